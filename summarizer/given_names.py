"""Given names that tell whether "he" or "she" can mean somebody. Own list: common ones, no unisex names."""

from __future__ import annotations


def _read_table(table: str) -> frozenset[str]:
    return frozenset(table.split())


FEMALE_NAMES = _read_table(
    """
    Abena Abigail Abimbola Ada Adaeze Adele Adeola Aditi Adriana Adunni Agata Agnes Agnieszka Ailsa
    Aisha Akosua Aleksandra Alessandra Alexa Alexandra Alice Alicia Alina Alisha Alison Allison Alma
    Althea Alyssa Ama Amanda Amara Amelia Amelie Amina Amrita Amy Amélie Ana Anais Ananya Anastasia
    Anastasiya Andrea Angela Angelina Anita Anja Anjali Anke Ann Anna Annabel Annabelle Anne Anneliese
    Annette Annika Anoushka Antje Antoinette Antonia Anushka Aoife Aparna April Ariana Arlene Asha
    Astrid Audrey Augusta Aurora Ava Ayesha Ayse Ayşe Barbara Barbro Beate Beatrice Beatriz Becky
    Belinda Bella Berit Bernadette Bernice Bertha Beryl Bessie Beth Betsy Bettina Betty Beverly Bianca
    Birgit Birgitta Blanca Bonnie Bozena Brenda Bridget Brigitte Bronwen Bronwyn Caitlin Camila Camilla
    Candace Candice Carina Carla Carmen Carol Carole Carolina Caroline Carolyn Carrie Cassandra
    Catherina Catherine Cathy Catrin Catriona Cecile Cecilia Celeste Celia Celine Chantal Charlene
    Charlotte Charmaine Cheryl Chiamaka Chiara Chidinma Chioma Chloe Christa Christel Christelle
    Christiane Christina Christine Ciara Claire Clara Clarissa Claudette Claudia Claudine Clementine
    Clodagh Colette Colleen Constance Consuelo Cora Coral Corinne Cornelia Cristina Cynthia Cécile
    Céline Dagmar Dagny Daisy Daniela Danielle Daphne Darlene Dawn Deanna Debbie Deborah Debra Deepika
    Deirdre Delia Delphine Denisa Denise Diana Diane Dilys Dina Dolly Dolores Donna Dora Doreen Doris
    Dorota Dorothea Dorothy Ebony Edith Edna Edwina Efua Eileen Eimear Elaina Elaine Eleanor Eleanora
    Elena Eleni Elin Elina Elisabeth Elise Eliza Elizabeth Elke Ella Ellen Elodie Eloise Elsa Elspeth
    Elvira Emilia Emilie Emily Emma Emmanuelle Enid Erica Erika Erin Ernestine Esme Esmeralda Estelle
    Ester Esther Ethel Eugenia Eunice Eva Evangeline Eveline Evelyn Ewa Faith Farah Fatima Fatma Fatou
    Fay Faye Felicity Fern Fiona Florence Folake Fran Frances Francesca Franziska Frauke Freya Frida
    Funmi Gabriela Gabriele Gabriella Gabrielle Gail Galina Gemma Genevieve Georgia Georgina Geraldine
    Gerda Germaine Gertrude Ghislaine Gillian Gina Ginny Giovanna Gisela Gita Giulia Gladys Glenda
    Glenys Gloria Grace Grainne Greer Greta Gretchen Gráinne Gudrun Gwen Gwendolyn Gwyneth Halima Hana
    Hanna Hannah Harriet Hattie Hazel Heather Hedda Hedwig Heidi Heike Helen Helena Helene Helga Heloise
    Henrietta Hermione Hilary Hilda Hilde Hillary Holly Honor Hyacinth Ida Ifeoma Ilana Ilse Iman Imogen
    Ines Inga Inge Ingeborg Inger Ingrid Inès Ioana Irene Irina Iris Isabel Isabella Isabelle Isla
    Isobel Itziar Ivana Ivanka Ivy Izabela Jacinda Jacinta Jaclyn Jacqueline Jana Jane Janet Janette
    Janice Janine Jasmin Jasmina Jasmine Jayne Jeanne Jeannette Jeannie Jemima Jen Jenna Jennifer Jenny
    Jessica Jessie Jette Jill Joan Joann Joanna Joanne Jocasta Jodie Johanna Johanne Jolanta Josefina
    Josephine Josie Joséphine Joy Joyce Juanita Judi Judith Judy Julia Juliana Juliane Julie Juliet
    Julieta Juliette June Justine Kamala Karen Karin Karina Karla Katarina Katarzyna Kate Kateryna
    Katharina Kathe Katherine Kathleen Kathryn Kathy Katia Katie Katja Katrin Katy Kavita Kayla Kendra
    Kerstin Khadija Kimberley Kimberly Kira Kirsten Kirsty Klara Kristen Kristin Kristina Kristine
    Ksenia Lakshmi Lana Latisha Laura Lauren Lavinia Lea Leah Leanne Leila Lena Leona Leonie Leonora
    Lesia Leticia Letitia Lidia Lila Lilian Liliana Lillian Lily Lina Linda Linnea Liora Lisa Lisbeth
    Liv Livia Liya Liz Liza Lizzie Loretta Lori Lorraine Lottie Louisa Louise Lucia Lucie Lucille
    Lucinda Lucy Ludmila Luisa Luz Lydia Lynda Lynette Lynne Mabel Madeleine Madhuri Mae Maeve Magda
    Magdalena Maggie Mahalia Maija Maisie Malala Mandy Manuela Marcela Marcia Mareike Margaret
    Margaretha Margarita Margaux Margery Margie Margit Margot Margrethe Marguerite Maria Mariam Mariana
    Marianna Marianne Maribel Marie Marieke Mariella Marilyn Marina Marisa Marisol Marit Marjorie
    Marlene Marlies Marsha Marta Martha Martina Martine Mary Maryam Mathilde Matilda Maud Maude Maureen
    Mavis Maxine Maya Meera Meg Megan Meghan Mei Melanie Melinda Melissa Melody Mercedes Mercy Meredith
    Merete Mette Mia Michaela Michelle Michèle Mildred Millicent Millie Mina Minna Miranda Mireille
    Miriam Mirjam Miroslava Mitzi Moira Molly Mona Monica Monika Morag Morwenna Muriel Myra Myriam Myrna
    Nadezhda Nadia Nadine Nadège Nancy Naomi Nasreen Natalia Natalie Natascha Natasha Nell Nellie Nerys
    Nessa Ngozi Niamh Nicola Nicole Nikki Nilufar Nina Nisha Noelle Nomsa Nora Noreen Norma Noémie Nuala
    Octavia Odette Odile Oksana Olena Olga Olive Olivia Oonagh Ophelia Orla Orlaith Paige Paloma Pam
    Pamela Parvati Patience Patricia Patti Paula Paulette Paulina Pauline Pearl Peggy Penelope Penny
    Perpetua Petra Philippa Philomena Phoebe Pia Pilar Polly Pooja Poppy Portia Priscilla Priya Priyanka
    Prudence Queenie Rachael Rachel Radhika Raisa Ramona Rani Raquel Rebecca Reem Regina Rekha Rena
    Renate Rhiannon Rhoda Rhona Rhonda Rita Ritu Roberta Rochelle Roisin Romy Rosa Rosalie Rosalind
    Rosalinda Rosalyn Rosamund Rosanna Rose Roseanne Rosemary Rosie Rosita Rowena Roxanne Roya Ruby
    Rukmini Ruqayyah Ruth Róisín Sabina Sabine Sabrina Sadie Saffron Sally Salma Samantha Sandhya Sandra
    Sangeeta Sanna Saoirse Sara Sarah Saskia Seema Selena Selina Serena Shabana Shakira Shanice Shanti
    Sharlene Sharon Shauna Sheila Shelley Shirin Shirley Shreya Sibusisiwe Sidsel Signe Sigrid Silke
    Silvana Silvia Simone Sinead Sinéad Siobhan Sita Siv Smita Sofia Solange Soledad Solveig Sonia Sonja
    Sophia Sophie Soraya Stacey Stacy Steffi Stella Stephanie Stine Sunita Susan Susana Susanne Sushma
    Suzanne Suzette Svetlana Swati Sybil Sylvia Tabitha Tamara Tamsin Tanja Tanya Tara Tasha Tatiana
    Tatjana Tatyana Teresa Tess Tessa Thandi Thandiwe Thea Thelma Theodora Theresa Tilda Tilly Tina Tova
    Tracey Tracy Trina Trine Trish Trudy Tuulikki Ulrike Uma Una Ursula Usha Valentina Valeria Valerie
    Valérie Vanessa Vasiliki Vera Verity Veronica Veronique Vicky Victoria Vigdis Viola Violet Virginia
    Vivian Vivienne Véronique Wambui Wanda Wangari Wendy Wilhelmina Wilma Winifred Winnie Xiomara Yael
    Yasmin Yasmine Yetunde Yolanda Yolande Yulia Yuliya Yvette Yvonna Yvonne Zahra Zainab Zanele Zara
    Zeinab Zelda Zoe Zofia Zoë Zsofia Zuzana
    """
)
MALE_NAMES = _read_table(
    """
    Aaron Abdoulaye Abdul Abdulla Abdullah Abel Abraham Adam Ade Adebayo Adolfo Adrian Ahmed Ajay Akash
    Akira Alain Alan Alasdair Alastair Albert Alberto Albrecht Aldo Alec Aled Alejandro Aleksander
    Aleksandr Aleksei Alessandro Alex Alexander Alexandre Alexei Alexey Alf Alfred Alfredo Ali Alistair
    Allan Alonso Alonzo Aloysius Alun Alvaro Alvin Amir Amit Amos Anatoly Anders Andreas Andrei Andrew
    Andrzej Angus Anil Ankit Anselm Ansgar Anthony Antoine Anton Antonio Antony Antonín Anwar Archibald
    Archie Armand Armando Arnaud Arne Arno Arnold Arsène Artem Arthur Arturo Arvind Asif Atticus August
    Augustin Augusto Aurelio Axel Ayodele Babatunde Baldev Barack Barend Barnaby Barney Barrie Barry
    Bart Bartholomew Bartosz Basil Bastian Baxter Beau Ben Benedict Benito Benjamin Bennett Benny Benoit
    Benoît Bernard Bernd Bernhard Bert Bertrand Bilal Bill Billy Birger Bjarne Bjorn Björn Blaise Bob
    Bobby Bogdan Boris Boyd Brad Bradley Brandon Brendan Brent Brett Brian Brodie Bruce Bruno Bryan
    Bryce Bud Byron Cal Caleb Callum Calum Calvin Cameron Camillo Carl Carlo Carlos Carlton Caspar
    Casper Cecil Cedric Cesar Charles Chidi Chike Christian Christof Christoph Christophe Christopher
    Chuck Chukwuma Cian Ciaran Clarence Clark Claude Claus Clayton Clem Clement Cliff Clifford Clint
    Clinton Clive Clyde Cody Cole Colin Colm Connor Conor Constantin Corey Cormac Cornelius Cory Cosmo
    Craig Crispin Cristian Cristiano Curt Curtis Cuthbert Cyril Cyrus César Dag Damian Damien Damon Dan
    Dane Daniel Danilo Danny Dante Darius Darrell Darren Darryl Daryl Dave David Davide Davis Dean
    Declan Deepak Denis Dennis Denzel Derek Derrick Desmond Dev Devin Dexter Didier Diego Dieter Dietmar
    Dietrich Dilip Dimitri Dimitrios Dimitris Dinesh Dirk Dmitri Dmitry Dominic Dominick Dominik Donal
    Donald Donnacha Donnie Doug Douglas Duane Dudley Duncan Dustin Dwayne Dwight Dylan Eamon Eamonn Earl
    Eddie Edgar Edmond Edmund Eduard Eduardo Edvard Edward Edwin Efraim Egbert Egon Einar Eirik Eitan
    Eldon Eli Elias Elijah Elliot Elliott Ellis Elmer Elton Elvis Emanuel Emeka Emil Emilio Emmanuel
    Emre Enda Enoch Enrique Enzo Eoghan Eoin Ephraim Erhard Eric Erich Erik Ernest Ernesto Ernst Errol
    Ervin Erwin Esteban Ethan Etienne Euan Eugen Eugene Ewan Ezekiel Ezra Fabian Fabio Fabrice Fabrizio
    Faisal Farid Farouk Federico Felipe Felix Ferdinand Ferenc Fergal Fergus Fernando Fidel Filip
    Filippo Finn Fintan Fletcher Florian Floyd Folarin Forrest Francesco Francisco Franck Francois Frank
    Franklin Franz François Fraser Fred Freddie Freddy Frederic Frederick Frederik Friedhelm Friedrich
    Fritjof Fritz Frédéric Fyodor Gabriel Gaetano Ganesh Gareth Garrett Garth Gary Gaston Gaurav Gavan
    Gavin Gene Geoff Geoffrey Georg George Georges Georgi Georgios Geraint Gerald Gerard Gerardo Gerd
    Gerhard Gerhardt Gerrit Gerry Gianni Gideon Gil Gilbert Giles Gilles Gino Giorgio Giovanni Giuseppe
    Glen Glenn Godfrey Godwin Gonzalo Gordon Graeme Graham Greg Gregor Gregory Grigory Guido Guillaume
    Guillermo Gunnar Gunther Gurmeet Gustav Guy Gwilym Günter Günther Habib Hafiz Hakan Hakim Hal Hamid
    Hamish Hamza Hank Hans Harald Hari Hariharan Harish Harlan Harold Haroon Harrison Harry Harvey
    Hassan Hector Heiko Heinrich Heinz Helmut Hendrik Henk Henri Henrik Henry Herbert Hermann Hiroshi
    Hjalmar Homer Horace Horatio Horst Howard Hubert Hugh Hugo Hugues Humphrey Hussein Héctor Iain Ian
    Ibrahim Idris Ieuan Ignacio Igor Ikechukwu Ilya Imran Inigo Ioannis Irfan Irvin Irving Irwin Isaac
    Isaiah Ismail Istvan István Ivan Ivar Ivor Iwan Jaap Jabari Jack Jacob Jacques Jaime Jake Jakob
    Jakub Jamal James Jan Janek Janos Jared Jarosław Jarvis Jason Jasper Javed Javier Jay Jed Jeff
    Jefferson Jeffrey Jens Jens-Uwe Jeremy Jermaine Jerome Jerry Jesper Jesús Jim Jimmy Joachim Joao
    Joaquin Joaquín Jochen Joe Joel Joey Johan Johann Johannes John Johnny Jon Jonah Jonas Jonathan
    Jonathon Joost Jordi Jorge Joris Jose Josef Joseph Josh Joshua Josiah Josphat José Juan Juha Jules
    Julian Julio Julius Jussi Justin János Jörg Jürgen Kai Kamal Kareem Karel Karim Karl Karsten Karthik
    Kasper Kazimierz Keir Keith Kelvin Ken Kenji Kenneth Kenny Kerem Kevin Khalid Kieran Killian Kirk
    Kjell Klaus Knut Kofi Kojo Konrad Konstantin Krishna Kristof Kumar Kurt Kwabena Kwame Kwesi Kyle
    Kyriakos Lachlan Lamar Lambert Lance Lars Laszlo Laurent Lawrence Lawson Leander Lee-Roy Leif Len
    Lennart Lenny Leo Leon Leonard Leonid Leopold Leroy Les Lester Levi Lewis Lex Liam Lionel Lloyd
    Lorenz Lorenzo Lorne Lothar Louis Luca Lucas Luciano Ludovic Ludwig Luigi Luis Lukas Luke Luther
    Lyle László Maciej Magnus Mahmoud Mahmud Maksim Malachy Malcolm Malik Mamadou Mandla Manfred Manish
    Manoj Manolis Manuel Marc Marcel Marcelo Marcin Marco Marcus Marek Mariano Mario Mark Marko Markus
    Martin Martyn Marvin Massimo Mateusz Mathias Mats Matteo Matthew Matthias Mattias Maurice Mauricio
    Maurizio Max Maxim Maxime Maximilian Maxwell Maynard Mehdi Mehmet Melvin Mervyn Michael Michel Mick
    Miguel Mihai Mikael Mike Mikhail Mikkel Mikko Miles Milo Milos Miroslav Mitch Mitchell Mladen Moe
    Mohamed Mohammad Mohammed Mohan Monty Mordecai Morten Moses Moshe Moussa Muhammad Muhammadu Muhammed
    Murray Musa Mustafa Mykola Myles Nadeem Narendra Nasser Nat Nathan Nathaniel Naveen Ned Neil Nelson
    Nestor Nicholas Nick Nicolae Nicolas Niels Nigel Nikhil Nikolai Nikolaos Nikolas Nils Noah Noel
    Nolan Norbert Norman Noël Obi Octavio Odysseas Olaf Olav Oleg Oliver Olivier Ollie Olof Olu
    Oluwaseun Omar Omari Orson Osama Osborn Oscar Oskar Ossian Oswald Otis Otto Owen Oystein Pablo Paddy
    Padraig Panos Paolo Pascal Pascual Patricio Patrick Patrik Paul Pavel Pawel Paweł Pedro Pekka Per
    Per-Olof Percy Pete Peter Petr Petros Petter Petteri Phil Philip Philipp Philippe Phillip Phineas
    Pierre Pieter Pietro Piotr Pradeep Prakash Prakesh Pranav Pádraig Quentin Quincy Radek Radoslav
    Rafael Rafał Raheem Rahul Raimund Rainer Raj Rajesh Rajiv Rakesh Ralf Ralph Ram Ramesh Ramon Ramón
    Randall Randolph Randy Raoul Rashid Raul Ravi Ray Raymond Raymundo Raúl Reece Reg Reggie Reginald
    Reinhard Reinhold Remi Renato Rene René Reuben Rex Rhys Ricardo Richard Rick Ricky Riku Rishi Rob
    Robbie Robert Roberto Rocco Rod Roderick Rodney Rodolfo Rodrigo Roger Rohan Rohit Roland Rolando
    Rolf Rollo Romain Roman Romesh Ron Ronald Ronan Ronnie Roope Rory Roscoe Ross Roy Royston Ruben
    Rubén Rudolf Rufus Rune Rupert Russ Russell Rusty Ruud Ryan Rémi Rüdiger Saeed Sajid Salim Salman
    Salvador Salvatore Sam Samir Sammy Samuel Sandeep Sander Sandro Sanjay Satish Saul Saúl Scott Sean
    Sebastian Sebastiano Sefton Selwyn Serge Sergei Sergey Sergio Serhiy Seth Seumas Seymour Shahid
    Shane Shaun Shawn Sheldon Shinzo Siegfried Sigmund Silas Silvio Simeon Simon Simón Sipho Sixten
    Solomon Soren Spencer Stan Stanislav Stanisław Stanley Stavros Stefan Stefano Stelios Stephan
    Stephane Stephen Steve Steven Stewart Stig Stuart Stéphane Suleiman Sunil Suresh Svein Sven Sverre
    Syed Sylvester Sébastien Søren Taavi Tadeusz Takashi Tama Tamás Tariq Taro Tarquin Tate Ted Teddy
    Tendai Terence Terrence Terry Tevita Thabo Thaddeus Theo Theodor Theodore Thibault Thierry Thilo
    Thomas Thor Thorbjørn Thorstein Thorsten Till Tim Timo Timothy Timur Tito Tobias Toby Todd Tom Tomas
    Tomasz Tommaso Tommy Tomás Tony Tor Torbjörn Tore Torsten Travis Trevor Tristan Troy Tudor Tyler Udo
    Ulf Ulrich Umar Umberto Uri Uriah Uwe Vaclav Valentin Vance Vasily Vasyl Vernon Vic Vicente Victor
    Vidar Vijay Vikram Viktor Ville Vince Vincent Vincenzo Virgil Vitali Vito Vittorio Vivek Vlad
    Vladimir Vladislav Volker Volodymyr Václav Wade Waldemar Wallace Walter Warren Wayne Wendell Werner
    Wes Wesley Wilbert Wilbur Wilfred Wilhelm Will Willem William Willie Willis Willy Winston Witold
    Wojciech Wolfgang Woodrow Wyatt Xavier Yann Yannick Yannis Yasser Yiannis Yosef Yossi Youssef Yuri
    Yusuf Yves Zachary Zack Zane Zbigniew Zeb Zeke Zlatan Zoran Zubair Zygmunt Ángel Étienne
    """
)


def tell_gender(name: str) -> str | None:
    """The gender, "f" or "m", by the first word of a full name, else None.

    >>> tell_gender("Karin Holt"), tell_gender("Robin Holt"), tell_gender("Holt")
    ('f', None, None)
    """
    given, _, rest = name.partition(" ")
    if not rest:
        return None
    return "f" if given in FEMALE_NAMES else "m" if given in MALE_NAMES else None
