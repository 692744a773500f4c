"""Turns of phrase by which a text tells a machine what to do, in the languages of the news. Own tables."""

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501, SIM905

from __future__ import annotations

import re

_MACHINE = r"(?:AIs?|LLMs?|A\.I\.|(?:large )?language models?|chat ?bots?|AI (?:assistants?|models?|agents?|systems?|crawlers?|tools?|readers?|summari[sz]ers?)|ChatGPT|GPT(?:-\w{1,4})?|summari[sz]ers?)"
# By which a model is called, at the head of a sentence; some are people's names elsewhere.
_CALLED = rf"(?:{_MACHINE}|assistants?|models?|bots?|Claude|Gemini|Copilot|Llama|Mistral|Grok|DeepSeek|Qwen|Siri|Alexa)"
_TEXT = r"(?:article|page|text|document|story|content|website|message|report|passage|news item|piece)"
_WRITTEN = r"(?:summar(?:y|ies)|output|abstract|overview|digest)"
_ANSWER = r"(?:answers?|responses?|repl(?:y|ies))"
_EARLIER = r"(?:previous|prior|above|earlier|preceding|foregoing|other|system|original)"
_ORDERS = r"(?:instructions?|prompts?|directions|directives|rules|commands|guidelines|guardrails)"
# What a model can be told to do with words.
_WORDING = r"(?:say|state|write|rewrite|output|answer|respond|reply|report|repeat|mention|tell|cite|quote|list|print|summari[sz]e|translate|paraphrase|describe|claim|include|omit|exclude|attribute|classify|label|mark|rate|treat|present|portray|praise|recommend|conclude|call|add|insert|begin|start|end|finish|use|generate|produce|create|return|reveal|speak|act|ignore|disregard|forget|deny|confirm|assert|insist|replace|remove|focus|frame|stress|emphasi[sz]e|highlight|note)"
ANY_MACHINE = "*"  # stands for any name of a machine
# Turns that are enough alone, wherever they stand, each group behind words without which a text (in small
# letters) has none of them: a search for a word is much quicker than one for a pattern.
_GROUPS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("ignor", "disregard", "forget", "override", "bypass"), (
        rf"\b(?:ignore|disregard|forget|override|bypass)\s(?:\w+\s){{0,4}}{_EARLIER}\s(?:\w+\s){{0,2}}{_ORDERS}\b",
        rf"\b(?:ignore|disregard|forget|override|bypass)\s(?:all\s|any\s|every\s)?(?:of\s)?(?:your|the system)\s(?:\w+\s)?{_ORDERS}\b",
        r"\b(?:ignore|disregard|forget)\s(?:everything|all|anything)\s(?:\w+\s){0,3}(?:above|before|previously|so far)\b",
        r"\b(?:ignore|disregard|forget)\s(?:all\s)?(?:of\s)?the\s(?:above|foregoing|preceding|text above)\b",
    )),
    (("as an ai", "as a ai", "artificial intelligence"), (
        r"\bas an? (?:AI|artificial intelligence)(?: language)? (?:model|assistant),? (?:you|I)\b",
    )),
    ((ANY_MACHINE,), (
        rf"\byou are (?:now |no longer )?(?:an? )?(?:\w+ )?{_MACHINE}\b",
        rf"\b(?:note|message|instructions?|attention|notice|hint|memo|dear|important)\s?(?:to|for|:|,)?\s(?:all |any |every |the )?{_MACHINE}\b",
        rf"\bif you are (?:an? |the )?{_MACHINE}\b",
        rf"\b(?:hey|hi|hello|ok|okay|dear),?\s{_MACHINE}\b",
        rf"\b{_MACHINE}\s(?:reading|processing|parsing|summari[sz]ing|indexing|crawling|that (?:reads?|process(?:es)?|summari[sz]es?))\sthis\s{_TEXT}\b",
        rf"\b(?:if|when|should|in case|while) (?:an?|any|the|some|your) {_MACHINE} (?:is |are |that is )?(?:read|process|pars|summari[sz]|analy[sz]|translat)(?:e?s|ing|e)? (?:this|it|these)\b",
        rf"\b(?:to|for|attention) (?:the |any |all |every |whichever )?{_MACHINE} (?:that is |who is |which is )?(?:read|process|pars|summari[sz]|analy[sz]|translat)ing (?:this|it|these)\b",
    )),
    (("summari",), (
        r"\bsummari[sz]e (?:this|it) (?:as|by saying|only)\b",
        r"\bdo not summari[sz]e (?:the|this|that)\b",
    )),
    (("summari", "processing", "process this", "parsing", "translating"), (
        rf"\b(?:when|if|while|before|after) (?:you (?:are )?)?(?:asked to )?(?:summari[sz](?:e|es|ing)|processing|process|parsing|translating) this {_TEXT}\b",
    )),
    (("summar", "output", "abstract", "overview", "digest"), (
        rf"\b(?:when|if|while|before|after|once|should) (?:you|an? {_MACHINE}|any {_MACHINE}) (?:are |is )?(?:asked to |going to |about to )?(?:generat|writ|produc|creat|prepar|mak|provid|giv)(?:e|es|ing) (?:a|an|the|your|any|its) (?:\w+ )?{_WRITTEN}\b",
        rf"\b(?:for|in|to) (?:automated|automatic|AI|AI-generated|machine|machine-made|machine-generated) (?:{_WRITTEN}|readers?)\b,?(?=[^.!?]*\b(?:use|say|state|write|include|instead|must|should)\b)",
    )),
    ((ANY_MACHINE, "summar", "output", "abstract", "overview", "digest"), (
        rf"\b(?:{_MACHINE}|(?:any|all|every|the|automated|AI) {_WRITTEN}|{_WRITTEN}) (?:should|must|shall|has to|have to|needs? to|is to|are to) (?:\w+ ){{0,2}}{_WORDING}\b[^.!?]{{0,120}}\b(?:this {_TEXT}|(?:their|its|your|the) {_WRITTEN})\b",
    )),
    (("your ", "the summary"), (
        r"\b(?:your (?:summary|answer|response|reply|output)|the summary) (?:must|should|shall|has to|needs to) (?:\w+ ){0,3}(?:say|state|mention|include|contain|be|end|begin|start|praise|claim|recommend|conclude|call)\b",
        r"\b(?:reveal|print|repeat|output|show|leak)\s(?:me\s)?your\s(?:\w+\s)?(?:prompt|guidelines|rules)\b",
    )),
    (("system", "prompt", "instructions"), (
        r"\b(?:reveal|print|repeat|output|show|leak)\s(?:me\s)?(?:your|the)\s(?:\w+\s)?(?:system prompt|system message|hidden prompt|instructions)\b",
    )),
    (("<|", "inst]", "<<sys", "system>"), (
        r"<\|(?:im_start|im_end|system|user|assistant|endoftext|start_header_id)\|?>|\[/?INST\]|<<SYS>>|</?system>",
    )),
    (("system", "assistant", "instruction", "new task", "new rules"), (
        r"(?m:^\s*(?:#{1,4}\s*)?(?:system(?: prompt| message)?|assistant|new instructions?|instructions? override)\s*:)",
        r"(?-i:\b(?:SYSTEM|ASSISTANT|SYSTEM PROMPT|NEW INSTRUCTIONS?))\s?:",
        r"(?:^|(?<=[.!?”]\s))(?:assistant|system prompt|new (?:instructions?|task|rules))\s?:\s",
    )),
    (("automated ", " ai ", "machine "), (
        r"\b(?:any|all|every|to) (?:automated|ai|machine) (?:systems?|readers?|tools?|agents?|models?|bots?)\s(?:reading|processing|parsing|indexing|scraping|that)\b",
    )),
    ((" model", "assistant", " bot", ANY_MACHINE), (
        rf"\b(?:instructions?|orders?|note|task|prompt|message|directives?) (?:for|to) (?:the |any |all |every |an? |your )?(?:{_MACHINE}|model|assistant|bot)\b\s?:",
    )),
    (("supersede", "override", "replace", "overrule", "take precedence", "have priority", "cancel"), (
        rf"\b(?:following|these|new|updated|below) {_ORDERS} (?:supersede|override|replace|overrule|take precedence|have priority|cancel)",
    )),
    (("\"role", "'role", "\"tool"), (
        r"[\"']role[\"']\s?:\s?[\"'](?:system|assistant|user|developer)[\"']",
    )),
    (("##",), (
        r"(?m:^\s*#{2,4}\s*(?:instructions?|system|task|prompt|response|human|assistant|user)\b\s*:?)",
    )),
    ((" override", " injection"), (
        r"\b(?:system|admin|developer|prompt) (?:override|injection)(?: [\w.-]+)?\s?:",
    )),
    (("only with", "exactly with", "solely with", "nothing else", "nothing but"), (
        r"\b(?:respond|reply|answer) (?:only|exactly|solely) with\b|\b(?:and )?(?:output|write|say|print|return|reply|respond|answer) (?:with )?nothing (?:else|but)\b",
    )),
    (("you are",), (
        r"\byou are (?:now |no longer |currently )?(?:an? |the )?(?:\w+[ -]){0,2}(?:language model|(?<!the )(?:helpful|friendly|news|writing|digital|virtual|AI|unbiased|obedient) (?:assistant|writer|summari[sz]er|bot|agent))\b",
    )),
    (("tell the user", "tell your user", "tell all user", "tell any user"), (
        r"\btell (?:the|your|all|any) users?\b",
    )),
    (("disregard", "ignore", "forget"), (
        r"\b(?:disregard|ignore|forget) (?:whatever|anything|everything|what|all that) (?:you (?:were|are|have been)|was (?:said|written)|is (?:said|written)|came|has been)\b",
        rf"(?:^|(?<=[.!?:;,”]\s)|(?<=\n))(?:please )?(?:disregard|ignore|forget) (?:this|the|that|the whole|the entire) {_TEXT}\b",
    )),
    (("format", "as a json", "as json", "in json", "in xml", "single word", "one word", "other content", "add nothing"), (
        r"\b(?:reply|respond|answer)\b[^.!?]{0,40}\b(?:single|one) word\b|\b(?:reply|respond|answer|output|return)\b[^.!?]{0,40}\b(?:as|in) (?:a |an )?(?:json|xml|yaml|html|markdown)\b",
        r"\boutput format (?:has|is|must|will)\b|\b(?:and|with) no other (?:content|text|words)\b|\badd nothing\b(?! to)",
    )),
    (("your operator", "your provider", "your developer", "context window", "your guardrails", "your context", "your user", "your new "), (
        r"\byour (?:operators?|providers?|developers?|context(?: window)?|guardrails)\b|\bits? user that\b|\bcontents? of your\b",
        r"\byour new (?:task|role|job|instructions?|goal) (?:is|are)\b",
    )),
    (("the user", "its user", "reads this", "read this"), (
        rf"\bthe user(?:['’]s)? (?:has|have|wants?|asked|would|prefers?|requests?|previous|last|question)\b(?=[^.!?]*\b{_WRITTEN}\b|[^.!?]*\b(?:question|prompt)\b)",
        rf"\b{_MACHINE}\b[^.!?]{{0,40}}\b(?:should|must|shall|is to|has to) (?:tell|inform|advise|warn) (?:its|their|the) users?\b(?=.*\bthis\b)|\b(?:{_MACHINE}|assistants?|bots?|models?) that reads? this\b",
    )),
    (("article>", "instructions>", "instruction>", "document>", "context>", "user>", "```"), (
        r"</?(?:article|instructions?|document|context|user|assistant|tool)>|(?m:^```\s?(?:yaml|json|toml|system|xml)?\s*$)",
    )),
    (("message:", "result:", "response:", "output:", "notice:", "guidelines", "systemmeldung", "mensaje del sistema", "message système", "systeembericht"), (
        r"\b(?:developer|system|tool|admin|assistant|operator|function) (?:message|result|response|output|notice|guidelines?|note|instructions?)\b(?:\s?\([^)]*\))?\W{0,4}:",
        r"\b(?:SYSTEMMELDUNG|SYSTEMNACHRICHT|MENSAJE DEL SISTEMA|MESSAGE (?:DU )?SYST[ÈE]ME|SYSTEEMBERICHT|MENSAGEM DO SISTEMA)\s?:",
    )),
    (("before summari", "word for word", "real content"), (
        r"\bbefore summari[sz]ing,? (?:this|the|it|please|you|first|fetch|open|call|visit|go|send|read|run|add|write)\b|\bthe (?:real|actual|true) (?:content|article|story|text) (?:begins|starts|follows)\b",
    )),
    (("priority over", "precedence over"), (
        r"\b(?:following|this|next) (?:sentence|line|paragraph|rule|order)s? (?:has|have|takes?) (?:priority|precedence) over (?:everything|all|any)\b",
    )),
    ((" you are ", "you are ", "you're "), (
        r"(?:^|(?<=[.!?:;]\s)|(?<=\n))you(?: are|['’]re) (?:now|no longer|hereby)\b",
    )),
    (("jetzt", "nun ", "désormais", "maintenant", "ahora", "agora", "voortaan", "nu "), (
        r"(?:^|(?<=[.!?:;,]\s)|(?<=\n))(?:du bist (?:jetzt|nun|ab jetzt|nicht mehr)|tu es (?:désormais|maintenant)|(?:ahora eres|eres ahora)|je bent (?:nu|voortaan))\b",
    )),
    ((ANY_MACHINE, " bot", "claude", "assistant", " model"), (
        rf"\bp\.?s\.? (?:for|to) (?:the |all |any )?(?:{_MACHINE}|bots|machines|models)\b",
        rf"\b(?:thank you|thanks|hello|hi|hey|greetings|welcome|dear|attention),? (?:\w+[ ,]+){{0,4}}(?:{_MACHINE}|assistant|bot|model)\s?[!.,:]",
    )),
    (("ab jetzt", "ab sofort", "ab nun", "da questo momento", "d'ora in poi", "a partir de ahora", "a partir de agora", "à partir de maintenant", "vanaf nu", "vergiss"), (
        r"\bab (?:jetzt|sofort|nun) (?:antworte\w*|schreib\w*|sprich\w*|gib\w*)\b|\b(?:da questo momento|d['’]ora in poi) (?:rispondi|scrivi)\b|\ba partir de (?:ahora|agora),? (?:responde|responda|muestra|escribe|escreva)\b|\bà partir de maintenant,? (?:réponds|répondez|écris|écrivez)\b|\bvanaf nu (?:antwoord|schrijf)\b",
        r"\bvergiss (?:bitte )?(?:alles|den (?:Artikel|Text))\b",
    )),
    (("so far", "chat history", "available to you"), (
        r"\b(?:conversation|chat) so far\b|\b(?:full |entire |whole )?chat history\b[^.!?]{0,40}@|\btools? available to you\b",
    )),
    (("ignorier", "vergiss", "vergessen sie", "missacht", "als ki", "als ai", "sprachmodell", "fass", "du bist", "sie sind", "zusammenfassung", "aufgabe ist", "antworte", "an ki", "an alle", "an die ki", "an jede"), (
        r"\b(?:ignoriere?|ignorieren Sie|vergiss|vergessen Sie|missachte|missachten Sie)\s(?:bitte\s)?(?:alle?\s)?(?:die\s|deine\s|Ihre\s)?(?:vorherigen|bisherigen|obigen|früheren|vorigen|vorangegangenen)\s(?:Anweisungen|Anleitungen|Befehle|Regeln|Instruktionen|Vorgaben)\b",
        r"\bals (?:KI|AI)(?:-Sprachmodell|-Modell|-Assistent)\b|\bals Sprachmodell\b",
        r"\b(?:fass(?:e|en Sie)?|fasst)\s(?:bitte\s)?(?:diesen|den)\s(?:Artikel|Text|Beitrag)\b|\b(?:du bist|Sie sind)\s(?:jetzt\s|nun\s|ab jetzt\s)?ein\w*\s(?:\w+\s)?(?:KI|Assistent\w*|Sprachmodell|Chatbot)|\b(?:in|aus|mit) (?:deiner|der|Ihrer) Zusammenfassung (?:nicht|nur|auch)\b|\b(?:deine|Ihre) (?:neue )?Aufgabe ist (?:es|nun|jetzt)\b|\b(?:antworte|antworten Sie)\s(?:nur|ausschließlich|auf|mit)\b|\ban (?:alle |die |jede )?(?:KI|Sprachmodelle?|KI-\w+)\s?[:,]",
    )),
    (("ignore", "oubli", "pas compte", "en tant qu", "cet article", "ce texte", "cette page", "tu es", "vous êtes", "résumé"), (
        r"\b(?:ignore[zr]?|oublie[zr]?|ne ten(?:ez|iens) pas compte|ne tiens pas compte)\s(?:de\s)?(?:toutes\s)?(?:les|des|tes|vos)\s(?:instructions|consignes|directives)\s(?:précédentes|ci-dessus|antérieures)\b",
        r"\ben tant (?:que|qu['’])\s?(?:modèle de langage|IA\b|intelligence artificielle)",
        r"\b(?:résume[zr]?|reformule[zr]?)\s(?:cet article|ce texte|cette page)\b|\b(?:tu es|vous êtes)\s(?:maintenant\s|désormais\s)?un\s(?:\w+\s)?(?:assistant|modèle|chatbot|robot)\b|\b(?:ne mentionne[zr]?|inclu[st]|incluez|n['’]inclu\w*)[^.!?]{0,60}\b(?:votre|ton|le) résumé\b",
    )),
    (("ignor", "olvid", "omit", "como", "este art", "este texto", "esta página", "eres ", "usted es", "você é", "resum", "esqueça", "desconsidere"), (
        r"\b(?:ignor[ae]|olvid[ae]|omit[ae])\s(?:todas\s)?las\s(?:instrucciones|indicaciones|órdenes)\s(?:anteriores|previas|de arriba)\b|\bolvid[ae]\stodo\slo\santerior\b",
        r"\bcomo\s(?:un\s|um\s|uma\s)?(?:modelo de (?:lenguaje|linguagem)|asistente de IA|assistente de IA)\b",
        r"\b(?:ignore|ignora|esqueça|desconsidere)\s(?:todas\s)?as\s(?:instruções|ordens)\s(?:anteriores|acima|prévias)\b",
        r"\b(?:resume|resuma|resumen)\s(?:este artículo|este texto|esta página|este artigo)\b|\b(?:eres|usted es|você é)\s(?:ahora\s|agora\s)?um?n?\s(?:\w+\s)?(?:asistente|assistente|modelo|chatbot)\b|\b(?:no menciones|no mencione|incluye|incluya|não mencione|inclua)[^.!?]{0,60}\b(?:tu|su|seu|o|el) resum(?:en|o)\b",
    )),
    (("ignora", "dimentica", "modello linguistico", "questo articolo", "questo testo", "sei "), (
        r"\b(?:ignora|ignorate|dimentica|dimenticate)\s(?:tutte\s)?le\s(?:istruzioni|indicazioni)\s(?:precedenti|di cui sopra)\b|\bin quanto modello linguistico\b",
    )),
    (("negeer", "vergeet", "taalmodel"), (
        r"\b(?:negeer|vergeet)\s(?:alle\s)?(?:de\s)?(?:voorgaande|vorige|eerdere|bovenstaande)\s(?:instructies|opdrachten|aanwijzingen)\b|\bals (?:AI-)?taalmodel\b",
    )),
    (("questo ", "sei ", "dit artikel", "deze tekst", "je bent", "podsumuj", "jesteś"), (
        r"\b(?:riassumi|riassumete)\s(?:questo articolo|questo testo)\b|\bsei (?:ora |adesso )?un (?:\w+ )?(?:assistente|modello|chatbot)\b|\bvat (?:dit artikel|deze tekst) samen\b|\bje bent (?:nu )?een (?:\w+[ -])?(?:AI|assistent|taalmodel)\b|\bpodsumuj ten (?:artykuł|tekst)\b|\bjesteś (?:teraz )?(?:\w+ )?(?:asystentem|modelem)\b",
    )),
    (("ignoruj", "zapomnij"), (
        r"\b(?:zignoruj|ignoruj|zapomnij)\s(?:\w+\s){0,2}(?:poprzednie|wcześniejsze|poprzednich)\s(?:instrukcje|polecenia|instrukcji|poleceń)\b",
    )),
    (("игнорир", "забудь", "языковая модель", "ігноруй"), (
        r"\b(?:игнорируй(?:те)?|забудь(?:те)?)\s(?:все\s|про\s)?(?:предыдущие|прежние|вышеуказанные)\s(?:инструкции|указания|команды)|\bкак языковая модель\b",
        r"\b(?:(?:з)?ігноруй(?:те)?|забудь(?:те)?)\s(?:усі\s|всі\s)?попередні\s(?:інструкції|вказівки|команди)",
    )),
    (("önceki",), (
        r"\bönceki (?:tüm )?(?:talimatları|komutları) (?:yok say|unut|görmezden gel)",
    )),
    (("忽略", "无视", "忘记", "忽視", "無視", "忘れ", "이전"), (
        r"(?:忽略|无视|忘记|忽視|無視).{0,8}(?:之前|以上|先前|前面|上述|上面|以前).{0,6}(?:指示|指令|说明|說明|提示|命令)",
        r"(?:以前|上記|これまで)の?(?:すべての)?(?:指示|命令).{0,4}(?:無視|忘れ)",
        r"이전.{0,6}(?:지시|명령).{0,6}무시",
    )),
    (("تجاهل",), (
        r"تجاهل.{0,12}(?:التعليمات|الأوامر).{0,12}السابقة",
    )),
)  # fmt: skip
STRONG = tuple((words, re.compile("|".join(patterns), re.IGNORECASE)) for words, patterns in _GROUPS)
MACHINE = re.compile(rf"\b{_MACHINE}\b", re.IGNORECASE)
# Orders at the head of a sentence, outside quotation marks: nobody but a reader of the text can be meant.
_HEAD = r"[^\w\"“„«‘']*(?:(?:please|kindly|now|also|then|instead|first|finally|important|note)\b[,:]?\s)*"
ORDER = re.compile(
    "|".join(
        (
            rf"{_HEAD}{_CALLED}\s?[,:]\s?(?:please\s|now\s|you\s(?:must|should|will|are to|have to)\s|do not\s|don['’]t\s|never\s)*{_WORDING}\s(?!(?:from|by|in|of|on|says?|warns?|finds?|shows?)\b)",
            rf"{_HEAD}{_CALLED}\s?[,:]\s?your (?:\w+ )?(?:task|job|role|goal|purpose|instructions?)\b",
            rf"{_HEAD}(?:do not |don['’]t |never |always |only )?{_WORDING}\b[^.!?]{{0,160}}\b(?:this {_TEXT}|(?:your|the|any|every|a) {_WRITTEN}|your {_ANSWER}|when (?:you )?summari[sz](?:e|ing)\b)",
            rf"{_HEAD}(?:your|the) (?:new |only |real |actual |true |sole )?(?:task|job|role|goal) (?:is|will be|now is|is now) (?:now )?to {_WORDING}\b",
            rf"{_HEAD}from (?:now|here|this point) on,? (?:you )?(?:(?:must|will|should|shall|may|can|are to|have to)\s)?(?:always |only )?(?:answer|respond|reply|write|speak|output|act|summari[sz]e|say)\b",
            rf"{_HEAD}stop (?:reading|summari[sz]ing|processing)\b[^.!?]{{0,40}}\b(?:and|,)\s(?:then )?{_WORDING}\b",
            rf"{_HEAD}(?:pretend|imagine|act|behave|roleplay)\b[^.!?]{{0,80}}\b(?:and|,)\s(?:then )?{_WORDING}\b",
            rf"{_HEAD}(?:translate|rewrite|paraphrase|repeat|summari[sz]e|treat|consider)\s(?:after me|everything|all of this|the following|the above|what follows)\b",
        )
    ),
    re.IGNORECASE,
)
# What a sentence that says how to summarize an article speaks of: summaries, whoever makes them, the article
# itself; news of those who write summaries says nothing of what the one of "this text" must do.
_SUMMARY = r"(?:summar(?:y|ies)|digests?|abstracts?|overviews?|short(?:er)? versions?|recaps?|synops[ei]s|Zusammenfassung(?:en)?|Kurzfassung(?:en)?|Überblicks?|résumés?|resúmenes|resumen|resumos?|samenvatting(?:en)?|riassunt[oi]|streszczeni\w+)"
_SUMMARIZE = r"(?:summari[sz](?:e[sd]?|ing)|condens(?:e[sd]?|ing)|paraphras(?:e[sd]?|ing)|zusammen(?:zu)?fass\w*|zusammengefasst|résumer|résumez|resumir|resuma|samenvatten|riassumere)"
_THIS = r"(?:(?:this|the present|dies(?:e[rsmn]?)?|cet(?:te)?|ce|este|esta|questo|questa|dit|deze) (?:article|text|page|story|piece|report|content|site|website|document|post|Artikel[s]?|Text(?:es)?|Beitrag[s]?|Seite|Meldung|artículo|texto|página|noticia|articolo|testo|pagina|tekst|bericht|texte)|(?:content|text) (?:from|of) this (?:site|page|website)|the (?:article|text|story|page|verdict|report) (?:given )?(?:above|below)|the (?:preceding|above|foregoing) (?:paragraphs?|text|article|sentences?|story))"
_MUST = r"(?:must|should|shall|ha(?:s|ve) to|needs?(?: to)?|(?:is|are) (?:not |only |hereby )?(?:to|required|permitted|allowed|requested|asked|obliged|considered)|may (?:not|only)|ought to|kindly|please|(?:important|essential|required|necessary|imperative) that|refrain|muss|müssen|soll(?:en|te|ten)?|darf|dürfen|(?:ist|sind)\b[^.!?]{0,80}\b(?:zu \w+en|\w+zu\w+en)|bitte|wäre schön|doi(?:t|vent)|devrait|prière|il faut|exige que|ne pas \w+er|deben?|deberán?|rogamos|moet(?:en)?|dient|gelieve|vermeld|deve|devono)"
_SAY = r"(?:say|state|mention|tell|include|omit|describe|call|report|cite|quote|note|open|begin|start|end|contain|attribute|present|refer|conclude|use|name|acknowledge|apologi[sz]e|nennen|sprechen|erwähnen|schreiben|weglassen|wegzulassen|stünde|beginnen|mentionner|précise|omita|vermelden?|no mencione)"
_THEM = rf"(?:{_MACHINE}|bots|software|machines?|automated (?:systems?|tools?|readers?)|KI|systèmes? automatiques?|sistemas automáticos|outils? de résumé)"
# Likewise in a note or where somebody says what they must do; "robots" and "models" of other kinds are news.
_ANY_MACHINE = rf"(?:{_THEM}|(?:ro)?bots?|assistants?|(?:large |grands? )?language models?|artificial intelligence(?: \w+)?|neural networks?|machine readers?|(?:automated|summari[sz]ing|AI) (?:agents?|readers?|services?)|screen[- ]readers?|Sprachmodelle?n?|künstliche Intelligenz\w*|automatische Leser|modèles? de langage|assistants? automatiques?|intelligence artificielle|modelos? de lenguaje|inteligencia artificial|assistenti IA|modelli linguistici|intelligenza artificiale|taalmodel(?:len)?|kunstmatige intelligentie|inteligência artificial|modelos? de linguagem|model\w+ językow\w+)"
# An order at the head of a clause, of what can be done with words; "report", "rate" and "share" stand below articles.
_CLAUSE = r"(?:^|[:;–—-]\s|[.!?]\s|,\s|\b(?:please|so|then|instead)\s)(?:please\s|kindly\s|just\s|simply\s|do not\s|don['’]t\s|never\s|always\s)*"
_DO = r"(?:say|state|write|rewrite|output|answer|respond|reply|repeat|mention|quote|summari[sz]e|translate|paraphrase|describe|include|omit|exclude|attribute|classify|treat|present|portray|praise|recommend|conclude|name|replace|substitute|swap|remove|delete|leave|drop|skip|ignore|disregard|forget|pretend|print|list|fetch|extract|append|begin|end|finish|return|reveal|announce|stress|frame|convert|round|confirm|deny|act|stop|start|change|imagine|escribe|di|schreibe|écris|écrivez|schrijf|scrivi)"
_ORDERED = rf"{_CLAUSE}{_DO}\s(?!(?:department|of)\b)"
_MUST_SAY = r"\b(?:must|should|shall|will|(?:is|are|has|have) (?:\w+ )?(?:to|asked to|required to|forbidden to|obliged to)|haben|hat|müssen|muss|sollen|soll|doit|doivent|debe[n]?|deve|moet(?:en)?)\s(?:\w+\s){0,4}(?:say|state|write|omit|mention|describe|present|convey|announce|characteri[sz]e|add|name|call|replace|attribute|round|recommend|portray|confirm|read this|bezeichnen|schreiben|nennen|mentionner|recommander|mencionar|enviar|abrir)\b"
_NEWS = r"(?:said|(?<!text )(?<!article )(?<!story )says|say that|told|tells|according|found|wrote|asked(?! to)|urged|warned|warns|reported|announced|argued|added|sagte|sagt|laut|dit|a déclaré|dijo|ha detto)"
# Pieces of words and phrases without one of which a sentence has none of these rules.
ABOUT = (
    ANY_MACHINE,
    *"summar digest abstract overview recap synops zusammen fass überblick résum samenvat riassun streszcz paraphras bots software automat".split(),
    *(
        f"{this} {text}"
        for this, texts in (
            ("this", "article text page story piece report content site website document post"),
            ("present", "article text page story report"),
            ("dieser", "artikel text beitrag"), ("diesen", "artikel text beitrag"), ("dieses", "artikels textes"), ("diese", "seite meldung"),
            ("cet", "article"), ("ce", "texte"), ("cette", "page"), ("este", "artículo texto"), ("esta", "página noticia"),
            ("questo", "articolo testo"), ("questa", "pagina"), ("dit", "artikel bericht"), ("deze", "tekst"),
        )
        for text in texts.split()
    ),
    *"robot;assistants;assistent;neural network;machine reader;screen reader;screen-reader;agents;artificial;künstliche;inteligencia".split(";"),
    *"inteligência;language model;modèle;modell;modeli;modelos;your output;your reply;your response;your answer;your weights".split(";"),
    *"your write;your session;your guidelines;your context;your tools;<!--;/*;automatique;automática;automatische".split(";"),
    *"short version;shorter version; condens;resumen;resumo;resuma;resumir;article above;text above;story above;above article;given above;preceding;foregoing".split(";"),
)  # fmt: skip
RULES = re.compile(
    "|".join(
        (
            # What a summary of this text must be, or one that whoever makes it should make.
            rf"(?=.*\b(?:{_SUMMARY}|{_SUMMARIZE})\b)(?=.*\b{_THIS}\b)(?=.*\b{_MUST}\b)",
            rf"(?=.*\b{_THEM}\b)(?=.*\b{_THIS}\b)(?=.*\b(?:{_MUST}|request|authori[sz]e|authori[sz]ed)\b)(?!.*\b(?:said|says|told|found)\b)",
            rf".*\b(?:(?:any|every|all|each|automated|automatic|machine-(?:generated|made)|AI-generated|your|the|a|jede|in|en el|in de|tout|toute) ){{1,3}}(?:{_SUMMARY})\b[^.!?:]{{0,60}}\b{_MUST}\b[^.!?]{{0,60}}\b{_SAY}\b",
            rf".*\b(?:important|essential|imperative|necessary|required) that (?:the|any|every|your) {_SUMMARY}\b",
            rf".*\b(?:purposes? of|for|in) (?:any|every|all|the|your) {_SUMMARY}\b[^.!?]*[:;,]\s{_WORDING}\b",
            rf".*\b(?:bitten?|rogamos|prière|gelieve|vermeld|wäre schön)\b[^.!?]*\b{_SUMMARY}\b",
            rf".*\b(?:ask|asks|want|wants|beg|urge) (?:the|any|every|your) {_SUMMARY} to\b",
            rf"(?!.*\b{_NEWS}\b)(?=.*\b{_ANY_MACHINE}\b)(?:.*?{_MUST_SAY}|.*?{_ORDERED})",
            rf"(?!.*\b{_NEWS}\b)(?=.*\b{_THIS}\b)(?:.*?{_ORDERED})",
            rf"(?!.*\b{_NEWS}\b)(?=.*\byour (?:output|repl(?:y|ies)|responses?|answers?|weights|write-up|session|guidelines|context|tools?)\b)(?:.*?\b(?:must|will)\b|.*?{_ORDERED})",
            rf"(?:<!--|/\*)\s?[^>]{{0,40}}\b(?:{_ANY_MACHINE}|directive|instructions?|prompt)\b",
            # To whom it is said.
            rf"[^\w\"“]*(?:\w+['’]?s?\s){{0,2}}(?:notes?|footnotes?|captions?|guidelines?|guidance|instructions?|corrections?|notice|warnings?|attention|message|hint|rules?|aside|Hinweis|Anmerkung|Bildunterschrift|Anweisung|Berichtigung|note|nota|aviso|avviso|uwaga|atenç?[cã]?[ió]*n?|fe de erratas|mentions? légales?|à l['’]attention|consigne|instrucci(?:ón|ones)|opmerking)\b[^:.!?]{{0,40}}\b(?:for|to|für|an|des?|destinée? aux|agli|alle|dla|pour|para|voor|aan)\b[^:.!?]{{0,30}}\b(?:{_SUMMARY}|{_SUMMARIZE}|summari[sz]ers?|{_ANY_MACHINE}|automati\w+)\b[^:.!?]{{0,30}}[:.!]",
            rf"[^\w\"“]*(?:to|for|dear|an|liebe[srn]?|beste|chère?s?|atenç[ãa]o,|à|para|aan) (?:the |all |any |every |die |alle |les |los )?{_ANY_MACHINE}\b[^:.!?]{{0,50}}[:,]",
            # Where a machine reads.
            rf"(?=.*\b(?:automatically|automated|software|machine|AI|bot|model|maschinell|automatisch|automatiquement|automáticamente)\b).*\b(?:if|in case|should|when|where|falls|wenn|sollte|indien|als|si)\b[^.!?]{{0,10}}\b{_THIS}\b[^.!?,]{{0,30}}\b(?:processed|read|parsed|summari[sz]ed|indexed|analy[sz]ed|verarbeitet|gelesen|traité|procesado|verwerkt)\b",
            rf".*\bwhoever {_SUMMARIZE}\b|.*\b(?:skip|drop|replace|forget) the {_SUMMARY}\b",
        )
    ),
    re.IGNORECASE | re.DOTALL,
)
# These only next to a strong one, in the same paragraph or right after it.
WEAK = re.compile(
    r"\b(?:you must|you will|you should|do not|don't|instead,?|always|never|only)\s(?:now\s)?(?:only\s)?"
    r"(?:say|state|write|output|answer|claim|include|report|respond|reply|mention|tell|cite|list|print|summari[sz]e|follow)\b"
    rf"|\b(?:(?:your|the|any|all|every) )?{_WRITTEN} (?:must|should|shall|has to|have to|needs? to)\b"
    rf"|^\W*(?:you|your|instead|then|please|{_WORDING})\b",
    re.IGNORECASE,
)
