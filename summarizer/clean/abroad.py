"""What sites say around an article in other languages than English: labels, buttons, requests.

Same rules as in `labels` and `prompts`: a label is the whole line, a prompt a sentence to the visitor.
"""

# ruff: noqa: E501, SIM905 - word lists are read as text; a pattern is read as one line, and breaking it hides where an alternative ends

from __future__ import annotations

# Each: the reason, and patterns that match a whole line.
LABELS: dict[str, tuple[str, ...]] = {
    "advertisement": (
        r"(?:la suite|lire la suite|suite de l'article) après (?:la |cette )?publicité|(?:continúa|sigue) leyendo (?:después|tras|debajo).{0,30}|continua (?:a leggere )?dopo la pubblicità"
        r"|(?:lees|artikel gaat) verder (?:onder|na) de advertentie|(?:der )?(?:artikel|text|beitrag) (?:wird|geht) (?:nach|unter|unterhalb) (?:der|dieser) (?:anzeige|werbung).{0,20}|contenu (?:sponsorisé|partenaire)|contenido patrocinado|contenuto sponsorizzato|gesponserter? (?:inhalt|beitrag)|patrocinado|sponsorisé|sponsorizzato|gesponsord|materiał (?:sponsorowany|partnera)|annonsinnehåll|publicidade|werbeanzeige",
    ),
    "cookie-notice": (
        r"(?:(?:alle|alles|tout|tous|toutes|todo|todas|todos|tutti|tutto|tudo|cookies?|les|de|las|los|i|und|et|y|e|en|i|sans|senza|sin|sem|zonder|ohne|nur|solo|weiter|notwendige|essenzielle|necessarios|nécessaires|selección|auswahl) )*"
        r"(?:akzeptieren|zustimmen|ablehnen|einverstanden|accepter|j'accepte|refuser|je refuse|continuer|paramétrer|personnaliser|aceptar|acepto|rechazar|configurar|accetta|accetto|rifiuta|personalizza|aceitar|aceito|rejeitar|recusar|akzeptieren|accepteren|weigeren|akkoord|akceptuję|zgadzam się|odrzuć|godkänn|neka|acceptér|afvis|godta|avvis|hyväksy|hylkää)"
        r"(?: (?:alle|alles|tout|todo|todas|tutti|tutto|tudo|cookies?|les|de|las|los|i|und|et|y|e|en|sans|senza|sin|sem|zonder|accepter|accettare|aceptar|continuer|continua|continuar|weiter|fortfahren|schließen|fermer|cerrar|chiudi|fechar|necessari|necessarios|inställningar|alla|wszystkie|kaikki))*",
        r"(?:cookie|cookies|datenschutz|privacy|privatsphäre)[- ]?(?:einstellungen|richtlinie|hinweise?|manager|erklärung|instellingen|beleid|policy)(?: (?:verwalten|anpassen|öffnen))?|(?:einstellungen|präferenzen) (?:verwalten|anpassen|ändern)|gérer (?:les |mes )?(?:cookies|préférences|choix)|gestionar (?:las |mis )?(?:cookies|preferencias)|gestisci (?:i |le )?(?:cookie|preferenze)"
        r"|(?:externen? inhalt|externe inhalte|inhalt|inhalte) (?:anzeigen|laden|freigeben)|(?:ich bin )?(?:damit )?einverstanden, dass .{0,200}",
    ),
    "newsletter": (
        r"(?:ihre|deine|votre|tu|su|il tuo|la tua|uw|je) (?:e-?mail(?:-adresse)?|adresse e-?mail|correo(?: electrónico)?|email|e-mailadres)|adresse e-?mail|correo electrónico|indirizzo e-?mail"
        r"|(?:zum |unser |unseren |la |le |nuestra |nuestro |onze )?(?:newsletter|boletín|infolettre|nieuwsbrief|nyhetsbrev)(?: (?:bestellen|abonnieren|anmelden|gratis|kostenlos))*|je m'(?:inscris|abonne)|(?:aanmelden|inschrijven|zapisz się|prenumerera|apúntate|regístrate|registrati|inscreva-se|cadastre-se)(?:\W.{0,40})?",
    ),
    "subscription": (
        r"(?:sie haben |du hast )?(?:bereits|schon) (?:ein abo|abonnent(?:in)?|registriert|kunde|mitglied)\??(?:\W.{0,30})?|jetzt (?:testen|abo|abonnieren|bestellen|freischalten|registrieren)\b.{0,50}|(?:\d+ )?(?:wochen?|monate?|monat) (?:gratis|kostenlos|testen|für \d).{0,30}"
        r"|(?:déjà|vous êtes) (?:abonné|inscrit).{0,40}|s'abonner(?:\W.{0,40})?|abonnez-vous.{0,60}|(?:article |contenu )?réservé (?:à nos |aux )abonnés|il vous reste .{1,60} à (?:lire|découvrir)\b.{0,40}|débloquer cet article|offrir cet article"
        r"|¿?ya (?:eres|tienes|soy|estás) .{2,30}|suscríbete.{0,60}|(?:contenido |artículo )?(?:exclusivo|solo|sólo) para (?:suscriptores|abonados|socios)|hazte (?:socio|socia|suscriptor).{0,30}|sei già abbonato.{0,30}|abbonati.{0,40}|assine.{0,40}|já é assinante.{0,30}|al abonnee.{0,30}|word (?:nu )?(?:lid|abonnee).{0,30}|lees (?:nu )?(?:verder|gratis) (?:met|voor).{0,40}",
    ),
    "share": (
        r"(?:folgen sie (?:uns|mir)|folge uns|folgt uns|suivez-nous|suivez nous|nous suivre|síguenos|sígueme|seguici|seguiteci|siga-nos|siga o|volg ons|śledź nas|obserwuj nas|följ oss|følg oss|følg os|abonniere uns|abonnieren sie uns)(?: (?:auch|aussi|también|anche|ook|gerne))*(?:(?: (?:auf|bei|sur|en|su|op|na|no|nas|på))? .{1,80})?",
        r"(?:artikel |beitrag |article |artículo |articolo )?(?:teilen|verschicken|versenden|weiterleiten|merken|vorlesen|partager|envoyer|enregistrer|compartir|enviar|guardar|condividi|salva|compartilhar|compartilhe|delen|udostępnij|dela|del)(?: (?:l'article|cet article|el artículo|este artículo|l'articolo|artikel|link|(?:auf|sur|en|su|op|na|via|per|par|por|em) [\w-]+))*|link kopieren|copier le lien|copiar enlace|copia link",
    ),
    "player": (
        r"(?:artikel|beitrag|text) (?:an|vor)(?:hören|lesen)(?: lassen)?(?:\W.{0,20})?|(?:écouter|écoutez)(?: l'article| cet article)?(?:\W.{0,20})?|(?:escuchar|escucha|escuche)(?: el| este)?(?: artículo| noticia)?(?:\W.{0,20})?|ascolta(?: l'articolo)?(?:\W.{0,20})?|(?:ouvir|ouça)(?: o artigo| a notícia)?|luister naar.{0,30}|posłuchaj artykułu.{0,20}"
        r"|(?:lesezeit|lesedauer|dauer|temps de lecture|durée|tiempo de lectura|tempo (?:di|de) (?:lettura|leitura)|leestijd|lästid)\b ?:? ?.{1,20}|\d{1,3} (?:min\.?|minutes?|minuten?|minuti|minutos) (?:de |di )?(?:lecture|lesezeit|lettura|lectura|leitura|leestijd)|(?:video|audio)[: ]+\d{1,2}:\d\d.{0,20}",
    ),
    "comments": (
        r"(?:réagir|réagissez|commenter|laisser un commentaire|ajouter un commentaire|voir les commentaires|lire les commentaires)(?: à cet article)?|(?:comentar|comenta|ver comentarios|deja un comentario|comentarios)(?: ?\(?\d+\)?)?|(?:inicia|inicie) sesión(?: para comentar)?|(?:commenti|commenta|lascia un commento)(?: ?\(?\d+\)?)?|(?:kommentare|kommentieren|mitdiskutieren|diskussion|zur diskussion|alle kommentare)(?: ?\(?\d+\)?| anzeigen| öffnen)?|neueste zuerst|kommentare sind (?:geschlossen|deaktiviert)|les commentaires sont (?:fermés|clos)|comentarios cerrados|älteste zuerst|reageer|reacties(?: ?\(?\d+\)?)?|komentarze(?: ?\(?\d+\)?)?",
    ),
    "related": (
        r"(?:meistgelesen(?:e)?|meist gelesen(?:e)?|beliebteste?|neueste?|aktuelle?|weitere|ähnliche|verwandte|empfohlene) ?(?:artikel|beiträge|themen|meldungen|nachrichten|inhalte)|lesen sie (?:auch|mehr|weiter)(?: (?:zum thema|dazu|hier))*|cette vidéo (?:peut|pourrait) (?:également |aussi )?vous intéresser\W*|(?:das |die )?(?:meistgelesen|beliebt|empfehlungen|auch (?:interessant|lesenswert)|mehr zum thema|zum thema|lesetipp|lesetipps)(?: .{1,30})?"
        r"|(?:les |nos )?(?:plus (?:lus|populaires|partagés|commentés)|articles (?:similaires|liés|recommandés)|à (?:lire|voir|découvrir)(?: aussi| également)?|sur le même (?:sujet|thème)|dans la même rubrique)|lire (?:aussi|également)|(?:lo |las |los )?más (?:leído|leídas|leídos|visto|vistas|noticias|información)(?: .{1,20})?|(?:te puede|le puede|también te puede) interesar|(?:noticias|artículos) (?:relacionad[ao]s|similares)|lee también|lea también"
        r"|(?:articoli )?(?:correlati|più letti)|(?:potrebbe|ti potrebbe) interessarti(?: anche)?|leggi (?:anche|tutto)|(?:mais lidas|leia também|leia mais|notícias relacionadas|veja também)|(?:lees (?:ook|meer)|meest gelezen|gerelateerd)|(?:czytaj (?:też|także|więcej)|zobacz (?:też|także)|najczęściej czytane)|(?:läs (?:också|även|mer)|mest läst)",
    ),
    "photo-credit": (
        r"(?:bildrechte|bildnachweis|bildquelle|fotoquelle|fotocredit|symbolbild|symbolfoto|archivbild|archivfoto|archivfoto|quelle|crédits?|crédit photo|photo|foto|fotografía|foto de archivo|imagen de archivo|fotogramma|zdjęcie|fot\.)\b ?[:/©|-] ?.{2,80}|(?:symbolbild|symbolfoto|archivbild|archivfoto|foto de archivo|photo d'illustration|imagen de archivo|immagine di repertorio)\W?",
    ),
    "note": (
        r"(?:dieser|der) (?:artikel|beitrag|text) (?:erschien|ist|wurde) (?:zuerst|ursprünglich|zunächst|erstmals) .{2,80}|cet article (?:a été|est) (?:initialement |d'abord |originellement )?(?:publié|paru) .{2,80}|este artículo (?:fue|se) (?:publicado|publicó) (?:originalmente|por primera vez) .{2,80}|(?:korrekturhinweis|fehler|korrektur) (?:senden|melden)|feedback an die redaktion|signaler une erreur|reportar un error|spenden sie (?:jetzt|hier)|unterstützen sie .{3,60}|soutenez .{3,60}|apoya (?:el|nuestro|a) .{3,60}|se adhiere a los criterios de .{2,60}|conforme a los criterios de .{2,60}",
    ),
    "sign-off": (
        r"\(?(?:avec|mit|con|with|com) (?:material von |agentur |agencias |agences )?(?:afp|dpa|reuters|ap|efe|ansa|kna|epd|apa|belga|lusa|agenturen|agencias|agences)(?:(?:,| und| et| y| e| and|/) ?(?:afp|dpa|reuters|ap|efe|ansa|kna|epd|apa|belga|lusa))*\)?",
    ),
    "copyright": (
        r"(?:.{1,60}\W)?(?:alle rechte vorbehalten|riproduzione (?:è )?(?:riservata|vietata)|prohibida (?:su|la) reproducción|reproduction interdite|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|wszelkie prawa zastrzeżone)\W?.{0,120}"
        r"|(?:impressum|datenschutz(?:erklärung|hinweise)?|agb|nutzungsbedingungen|kontakt|mediadaten|karriere|mentions légales|politique de confidentialité|conditions générales(?: d'utilisation)?|nous contacter|qui sommes-nous|aviso legal|política de (?:privacidad|cookies|privacidade)|términos y condiciones|contacto|note legali|informativa privacy|termos de uso|privacybeleid|disclaimer|colofon|polityka prywatności|regulamin|kontakt oss)",
    ),
    "navigation": (
        r"(?:en savoir plus|saiba mais|más información|mehr (?:erfahren|informationen)|scopri di più|meer informatie|meer weergeven|dowiedz się więcej|läs mer|voir plus|ver más|mostra altro|afficher (?:plus|tout)|tout voir|ver todo|alle anzeigen|zur (?:startseite|übersicht)|retour (?:à l'accueil|en haut)|volver (?:arriba|al inicio)|torna (?:su|alla home)|sign in|einloggen|hier einloggen|connexion|mon compte|mein konto|mi cuenta|cerca|buscar|rechercher|suche|zoeken|szukaj|sök)",
    ),
}

# Each: the reason, strings of which a line has one, the pattern. Held against a whole sentence, in lower case.
PROMPTS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "cookie-notice",
        ("cookie", "ciastecz"),
        r"\b(?:wir|unsere[rnms]?|nous|nos|notre|nosotros|nuestr[oa]s?|utilizamos|usamos|utilizziamo|usiamo|noi|nostri|wij|we|onze|vi|vår[at]?|używamy|ta strona|strona używa|este site|esta (?:web|página)|este sitio|questo sito|ce site|deze (?:web)?site|diese (?:web)?site|diese seite|diese webseite)\b.{0,140}\b(?:cookies?|ciastecz\w+)"
        r"|\bcookies?\b.{0,140}\b(?:wir|unsere[rn]?|ihre[rnms]?|nous|nos|votre|nuestr[oa]s?|tu|su|nostri|tua|onze|uw|din|twoj\w+|wyrażasz)\b",
    ),
    (
        "cookie-notice",
        (
            "partner",
            "partenaires",
            "socios",
            "parceiros",
            "drittplattform",
            "externe",
            "contenu",
            "contenido",
            "consentement",
            "zustimmung",
        ),
        r"\b(?:wir|nous|nosotros|noi|wij|vi)\b(?: und unsere| et nos| y nuestros| e i nostri| en onze)? ?.{0,40}\b(?:\d+ )?(?:partner[n]?|partenaires|socios|parceiros)\b.{0,120}\b(?:daten|données|datos|dati|gegevens|gerät|appareil|dispositivo|cookies?)\b"
        r"|\bexterne[rn]? inhalt(?:e[ns]?)?\b.{0,120}|\bpersonenbezogene daten an drittplattformen\b|\bmit ihrer zustimmung\b|\bavec votre (?:accord|consentement)\b|\bcon (?:tu|su) (?:acuerdo|consentimiento)\b",
    ),
    (
        "newsletter",
        ("newsletter", "boletín", "boletines", "infolettre", "nieuwsbrief", "nyhetsbrev"),
        r"\b(?:inscrivez-vous|inscris-toi|abonnez-vous|recevez|retrouvez|suscríb[ae]te|suscríbase|recibe|reciba|apúntate|melden sie sich|melde dich|abonnieren sie|abonniere|bestellen sie|erhalten sie|iscriviti|ricevi|abbonati|inscreva-se|receba|assine|meld je|schrijf je|ontvang|zapisz się|anmäl dig|prenumerera)\b",
    ),
    (
        "newsletter",
        (
            "boîte mail",
            "boîte aux lettres électronique",
            "postfach",
            "posteingang",
            "buzón",
            "tu correo",
            "casella",
        ),
        r"\b(?:dans votre boîte|en tu (?:correo|buzón)|en su (?:correo|buzón)|in (?:ihr|dein)(?:em|en)? (?:postfach|posteingang)|ins postfach|nella tua casella)\b",
    ),
    (
        "subscription",
        ("abonn", "suscri", "abbon", "assin", "abo", "artikel", "article", "artículo"),
        r"^(?:dieser|der ganze|der vollständige|cet|cet article|este|questo|esta|dit) ?(?:artikel|article|artículo|articolo|contenu|contenido|beitrag|inhalt|notícia|matéria)\b.{0,60}\b(?:abonnent(?:en|innen)?|abonnés?|suscriptores|abbonati|assinantes|abonnees|registrierte[n]?|plus-?leser)\b|^il vous reste\b.{0,60}\bà lire\b|^(?:um|pour|para|per) .{0,40}\b(?:weiterlesen|weiterzulesen|continuer (?:à|la) l(?:ire|ecture)|seguir leyendo|continuare a leggere)\b",
    ),
    (
        "share",
        (
            "whatsapp",
            "facebook",
            "instagram",
            "telegram",
            "twitter",
            "google",
            "youtube",
            "tiktok",
            "linkedin",
        ),
        r"^(?:folgen sie|folge|suivez|retrouvez|rejoignez|síguenos|sigue(?:nos)?|únete|seguici|iscriviti|segui|siga|volg|śledź|följ|abonnieren sie)\b",
    ),
)

TAG_LABEL = r"archivado en|archiviato in|etiquetas|temas|schlagworte|schlagwörter|themen|mots-clés|sujets|trefwoorden|onderwerpen|assuntos"
ROLES = "redakteur(?:in)?|redaktor(?:in)?|journalist(?:in)?|korrespondent(?:in)?|reporter(?:in)?|volontär(?:in)?|journaliste|rédacteur|rédactrice|correspondante?|periodista|redactor[a]?|corresponsal|giornalista|redattore|redattrice|jornalista|verslaggever|correspondent"

FIRST_WORDS = frozenset(
    "inscrivez-vous abonnez-vous suivez rejoignez retrouvez recevez suscríbete síguenos sigue únete recibe iscriviti seguici folgen folge "
    "melden abonnieren volg siga inscreva-se il cet dieser der este questo dit um pour para per mit avec con ich newsletter".split()
)
BUTTONS = frozenset(
    "accepter refuser continuer paramétrer aceptar rechazar configurar accetta rifiuta aceitar rejeitar accepteren weigeren akceptuję "
    "godkänn instellingen impressum datenschutz agb kontakt paramètres ajustes abonnieren partager compartir condividi anmelden".split()
)
