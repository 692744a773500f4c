"""Given names that tell whether "he" or "she" can mean somebody. Own list: common ones, no unisex names."""

from __future__ import annotations


def _read_table(table: str) -> frozenset[str]:
    return frozenset(table.split())


FEMALE_NAMES = _read_table(
    """
    Abigail Adriana Agnes Aisha Alexandra Alice Alicia Alina Amanda Amelia Amina Amy Ana Anastasia
    Andrea Angela Angelina Anita Anja Ann Anna Anne Annette Annika Antonia Aoife Astrid Aurora Ava
    Barbara Beate Beatrice Bella Bernadette Beth Bettina Birgit Brenda Bridget Brigitte Camilla Carla
    Carmen Carol Carolina Caroline Catherine Cecilia Celia Charlotte Chiara Chloe Christiane Christina
    Christine Claire Clara Claudia Colleen Constance Cornelia Cynthia Daniela Deborah Debra Denise Diana
    Diane Dolores Donna Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisabeth Elise Elizabeth Ella
    Ellen Elsa Emily Emma Erika Esther Eva Evelyn Fatima Fatma Felicity Fiona Florence Frances Francesca
    Franziska Freya Frida Gabriela Gabriele Gail Georgia Gerda Gisela Giulia Gloria Grace Greta Gretchen
    Hannah Harriet Heather Heidi Heike Helen Helena Helene Helga Hilary Hillary Holly Ida Imogen Ines
    Inga Ingrid Irene Iris Irina Isabel Isabella Isla Ivana Jacqueline Jana Jane Janet Janice Jasmine
    Jeanne Jen Jenna Jennifer Jessica Jill Joan Joanna Johanna Josephine Joy Joyce Judith Judy Julia
    Julie Karen Karin Karla Kate Katharina Katherine Kathleen Kathryn Katja Katrin Kerstin Khadija
    Kirsten Kristina Laura Lauren Lea Leila Lena Leonie Leonora Leticia Lily Linda Lisa Liz Lorraine
    Louisa Louise Lucia Lucy Luisa Lydia Madeleine Maggie Magdalena Manuela Mareike Margaret Margot
    Maria Mariam Marianne Marie Marina Marlene Marta Martha Martina Mary Mathilde Maureen Megan Melanie
    Melissa Mia Michelle Miriam Molly Monica Monika Nadia Nadine Nancy Naomi Natalia Natalie Natasha
    Nicole Nina Nora Norma Olga Olivia Pamela Patricia Paula Pauline Petra Phoebe Priya Rachel Rebecca
    Regina Renate Rita Rosa Rosalind Rose Rosemary Ruth Sabine Sally Samantha Sandra Sara Sarah Sharon
    Sheila Shirley Silke Silvia Simone Siobhan Sofia Sonia Sonja Sophia Sophie Stella Stephanie Susan
    Susana Susanne Svetlana Sylvia Tanja Tanya Tatiana Teresa Theresa Tina Ulrike Ursula Valentina
    Valerie Vanessa Vera Veronica Victoria Viola Virginia Vivian Wanda Wendy Yasmin Yvette Yvonne Zahra
    Zoe
    """
)
MALE_NAMES = _read_table(
    """
    Aaron Abdul Abdullah Adam Adrian Ahmed Alan Albert Alberto Alejandro Alessandro Alex Alexander
    Alfred Ali Allan Amir Anders Andreas Andrei Andrew Andrzej Anthony Antoine Antonio Arnold Arthur
    Axel Barack Ben Benjamin Bernard Bernd Bernhard Bill Björn Bob Boris Brad Brandon Brendan Brett
    Brian Bruce Bruno Carl Carlos Cedric Charles Christian Christoph Christopher Claude Claus Clive
    Colin Conor Craig Cyril Damien Daniel Darren David Declan Dennis Derek Diego Dieter Dietmar Dimitri
    Dirk Dmitri Dmitry Dominik Donald Douglas Duncan Earl Eduard Eduardo Edward Edwin Emanuel Emil
    Emmanuel Enrique Erich Erik Ernst Ethan Eugene Fabian Felix Ferdinand Fernando Finn Florian
    Francisco Franck Frank Frederick Friedrich Fritz Gareth Gary Gavin Georg George Gerald Gerard
    Gerhard Giovanni Giuseppe Gordon Graham Greg Gregory Guido Guillermo Gustav Günter Günther Hamid
    Hans Harold Harry Hassan Heiko Heinrich Heinz Helmut Henrik Henry Herbert Hermann Horst Howard Hugh
    Hugo Hussein Ian Ibrahim Igor Isaac Ivan Jack Jacob Jacques Jakob James Jan Jared Jason Javier Jeff
    Jeffrey Jens Jeremy Jerome Jerry Jim Joachim Joao Joe Joel Johan Johann Johannes John Jonas Jonathan
    Jorge Joris Jose José Josef Joseph Joshua Jörg Juan Julian Jürgen Julius Justin Kai Karl Keith Ken
    Kenneth Kevin Khalid Klaus Konrad Konstantin Kurt Kyle Lars Laurent Lawrence Leonard Leonid Leopold
    Liam Lionel Lorenz Lothar Louis Luca Lucas Luis Lukas Luke Malcolm Manfred Manuel Marc Marcel Marco
    Marcus Mario Mark Markus Marko Martin Marvin Mateusz Mathias Matteo Matthew Matthias Maurice Max
    Maximilian Mehmet Michael Michel Miguel Mike Mikhail Mitch Mohamed Mohammed Muhammad Mustafa Nathan
    Neil Nicholas Nicolas Niels Nigel Nikolai Nils Norbert Oleg Oliver Olaf Omar Oscar Oskar Otto Owen
    Pablo Paolo Patrick Paul Pavel Pedro Per Peter Phil Philip Philipp Pierre Piotr Rafael Rainer Ralf
    Ralph Raj Ravi Ray Raymond Reinhard Ricardo Richard Rob Robert Roberto Roger Roland Rolf Roman Ron
    Ronald Rory Roy Rüdiger Rudolf Rupert Ryan Salvador Sam Samuel Scott Sean Sebastian Serge Sergei
    Sergey Sergio Shane Siegfried Simon Stanley Stefan Stephan Stephen Steve Steven Stuart Sven Ted
    Terry Theodor Theodore Thomas Thorsten Tim Timothy Tobias Tom Tony Torsten Trevor Udo Ulf Ulrich Uwe
    Viktor Vincent Vladimir Volker Volodymyr Walter Warren Werner Wilhelm Will William Willy Wolfgang
    Xavier Yann Yusuf Zachary
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
