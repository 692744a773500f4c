"""Pasted articles with what sites leave in them, and prose that only looks like it. All of it invented."""

from __future__ import annotations

import pytest

from summarizer.clean import clean_article

ARTICLE = [
    "The harbour council of Westhaven voted on Tuesday to close the old fish market after 120 years, ending a dispute that split the town.",
    "“We could not afford another winter of repairs,” said council leader Marta Oduya, who had long opposed the move.",
    "Traders were told in March that the roof, built in 1904, would cost £2.4 million to replace.",
    "A town divided",
    "Not everyone agrees. Pavel Brandt, whose family has sold crab there since 1951, called the vote a betrayal.",
    "“They never asked us.”",
    "The council says stalls will move to a new hall beside the ferry terminal, which is expected to open in the autumn of next year.",
    "Opponents have 28 days to appeal, according to the town clerk, and two groups have already hired a lawyer.",
]

# kind: where it stands ("head", "middle", "tail"), and its lines.
NOISE: dict[str, tuple[str, list[str]]] = {
    # Bylines, dates
    "byline": ("head", ["By Jonas Feldt"]),
    "byline_upper": ("head", ["BY JONAS FELDT AND MIRA KOLE"]),
    "byline_role": ("head", ["By Jonas Feldt, Political Correspondent"]),
    "byline_block": ("head", ["Jonas Feldt", "Senior Reporter", "March 3, 2025 9:15 am ET"]),
    "byline_dated": ("head", ["By Jonas Feldt | March 3, 2025 | 5 min read"]),
    "byline_german": ("head", ["Von Jonas Feldt", "Aktualisiert am 03.03.2025, 09:15 Uhr"]),
    "timestamp": ("head", ["Published 10:15 AM EST, Mon March 3, 2025"]),
    "timestamp_updated": ("head", ["Published: 3 March 2025 09:15 GMT", "Updated: 2 hours ago"]),
    "timestamp_relative": ("head", ["3 hours ago"]),
    "read_time": ("head", ["5 minute read"]),
    # Menus
    "breadcrumb": ("head", ["Home › News › Local › Westhaven"]),
    "breadcrumb_slash": ("head", ["Home / World / Europe"]),
    "menu_pipes": ("head", ["News | Sport | Weather | Opinion | Obituaries"]),
    "menu_lines": (
        "head",
        ["Sections", "Search", "Subscribe", "Log In", "News", "Business", "Lifestyle", "Podcasts"],
    ),
    "skip_link": ("head", ["Skip to content", "Toggle navigation"]),
    "account": ("head", ["Sign in", "My account", "Newsletters"]),
    "edition": ("head", ["UK edition"]),
    # Share, follow
    "share_lines": ("head", ["Share", "Facebook", "Twitter", "WhatsApp", "Copy link"]),
    "share_article": ("middle", ["Share this article"]),
    "share_count": ("middle", ["1.2K shares"]),
    "share_icons": ("tail", ["Facebook Twitter LinkedIn Email Print"]),
    "click_to_share": (
        "tail",
        [
            "Click to share on Facebook (Opens in new window)",
            "Click to email a link to a friend (Opens in new window)",
        ],
    ),
    "follow_us": ("tail", ["Follow us on Facebook, Twitter and Instagram"]),
    "follow_author": ("tail", ["Follow Jonas Feldt on Twitter @jfeldt."]),
    "whatsapp_channel": ("middle", ["Join our WhatsApp channel for breaking news"]),
    # Advertisements
    "ad_plain": ("middle", ["Advertisement"]),
    "ad_scroll": ("middle", ["Advertisement - scroll to continue reading"]),
    "ad_continue": ("middle", ["Article continues below advertisement"]),
    "ad_story": ("middle", ["STORY CONTINUES BELOW"]),
    "ad_german": ("middle", ["Anzeige"]),
    "ad_feedback": ("middle", ["Ad Feedback"]),
    "sponsored": ("middle", ["Sponsored Content"]),
    "sponsored_by": ("middle", ["Sponsored by Westhaven Ferries"]),
    "remove_ads": ("middle", ["Remove ads"]),
    "affiliate": ("head", ["We may earn a commission from links on this page."]),
    # Prompts
    "newsletter_sentence": (
        "middle",
        [
            "Sign up for Morning Tide, our daily newsletter, and get the day’s top stories delivered to your inbox."
        ],
    ),
    "newsletter_form": (
        "tail",
        [
            "Never miss a story",
            "Enter your email",
            "Sign up",
            "By signing up you agree to our Terms of Use and acknowledge our Privacy Policy.",
        ],
    ),
    "newsletter_get": ("middle", ["Get the latest news from Westhaven delivered straight to your inbox."]),
    "newsletter_success": ("tail", ["Thank you for subscribing!"]),
    "paywall": (
        "tail",
        ["This article is for subscribers only.", "Subscribe now", "Already a subscriber? Log in"],
    ),
    "paywall_count": ("middle", ["You have 2 free articles remaining this month."]),
    "paywall_continue": ("tail", ["To continue reading, please log in or create an account."]),
    "paywall_offer": ("middle", ["Unlimited digital access for $1 a week. Cancel anytime."]),
    "paywall_german": ("tail", ["Jetzt weiterlesen mit Plus", "Bereits Abonnent? Hier anmelden"]),
    "donation": (
        "tail",
        [
            "Support independent journalism",
            "We rely on readers like you. Please consider making a donation today.",
        ],
    ),
    "membership": ("middle", ["Become a member today to support our newsroom."]),
    "app_promo": ("middle", ["Download our free app for iOS and Android"]),
    "app_store": ("tail", ["Download on the App Store", "Get it on Google Play"]),
    "push": ("middle", ["Turn on notifications to get breaking news alerts."]),
    "tips": ("tail", ["Do you have a story for us? Email newsdesk@example.org."]),
    "contact_reporter": ("tail", ["Contact the reporter at jonas.feldt@example.org"]),
    "reach_author": ("tail", ["Jonas Feldt can be reached at jfeldt@example.org or on Signal."]),
    "js_required": ("head", ["Please enable JavaScript to view this page properly."]),
    "browser": ("middle", ["Your browser does not support the audio element."]),
    "video_error": ("middle", ["This video can not be played"]),
    "adblock": ("head", ["We noticed you’re using an ad blocker. Please disable it to support our work."]),
    "cookie_short": ("tail", ["We use cookies.", "Accept", "Decline"]),
    "cookie_long": (
        "head",
        [
            "We and our partners store and/or access information on a device, such as cookies, and process personal data. You can change your preferences at any time.",
            "AGREE",
            "MORE OPTIONS",
        ],
    ),
    "cookie_german": (
        "head",
        [
            "Wir verwenden Cookies, um Ihnen das beste Erlebnis zu bieten.",
            "Alle akzeptieren",
            "Einstellungen",
        ],
    ),
    "gdpr": ("head", ["We value your privacy", "Manage options", "Accept all cookies"]),
    "recaptcha": (
        "tail",
        ["This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply."],
    ),
    # Players, pictures
    "listen": ("head", ["Listen to this article", "4 min"]),
    "player": ("middle", ["Play", "Current Time 0:00", "/", "Duration 2:31", "Mute", "Fullscreen"]),
    "video_label": ("middle", ["WATCH: Ferry drifts into pier during storm"]),
    "video_label_lower": ("middle", ["Watch | Inside the old market hall"]),
    "ai_voice": ("head", ["This audio is auto-generated. Please let us know if you have feedback."]),
    "gallery": ("middle", ["View gallery", "1 of 12"]),
    "enlarge": ("middle", ["Click to enlarge"]),
    "credit_getty": ("middle", ["Getty Images"]),
    "credit_slash": ("middle", ["Lena Marsh/AFP via Getty Images"]),
    "credit_by": ("middle", ["Photo by Lena Marsh on Unsplash"]),
    "credit_courtesy": ("middle", ["Photo courtesy of Westhaven Council"]),
    "credit_dash": ("middle", ["Picture: Lena Marsh / Example Press"]),
    "credit_german": ("middle", ["Foto: Lena Marsh/dpa"]),
    "credit_copyright": ("middle", ["© Lena Marsh"]),
    "caption_ap": (
        "middle",
        ["The old fish market in Westhaven is seen on Monday, March 3, 2025. (AP Photo/Lena Marsh)"],
    ),
    "caption_reuters": (
        "middle",
        [
            "FILE PHOTO: Traders unload crab at the market in Westhaven, March 1, 2025. REUTERS/Lena Marsh/File Photo"
        ],
    ),
    "caption_bbc": ("middle", ["Image source, Getty Images", "Image caption, The market was built in 1904"]),
    # Embeds
    "tweet_link": ("middle", ["pic.twitter.com/Ab12Cd34Ef"]),
    "instagram": (
        "middle",
        ["View this post on Instagram", "A post shared by Westhaven Council (@westhavencouncil)"],
    ),
    "bare_url": ("middle", ["https://www.example.org/embed/8123?autoplay=1"]),
    "iframe": (
        "middle",
        [
            '<iframe src="https://www.example.org/embed/8123" width="560" height="315" allowfullscreen></iframe>'
        ],
    ),
    "tracking_pixel": (
        "tail",
        ['<img src="https://pixel.example.org/1.gif?id=9" width="1" height="1" alt="" />'],
    ),
    "noscript": (
        "tail",
        [
            '<noscript><img height="1" width="1" style="display:none" src="https://example.org/tr?id=1&ev=PageView"/></noscript>'
        ],
    ),
    "html_comment": ("middle", ["<!-- /wp:paragraph --><!-- ad slot 3: leaderboard -->"]),
    "shortcode": ("middle", ['[caption id="attachment_812" align="alignnone" width="640"]']),
    "template": ("middle", ["{{ article.related | render }}"]),
    "image_placeholder": ("middle", ["[IMAGE]"]),
    # Related
    "related_one": ("middle", ["Related: Ferry fares to rise by a tenth in April"]),
    "see_also": ("middle", ["SEE ALSO: Why the ferry never runs on time"]),
    "dont_miss": ("middle", ["DON’T MISS: The seven best walks along the coast"]),
    "also_read": ("middle", ["Also read | Mayor defends new parking fees"]),
    "more_arrow": ("middle", ["Read more → Council postpones budget vote again"]),
    "recommended": (
        "middle",
        ["Recommended", "Ferry fares to rise by a tenth in April", "Mayor defends new parking fees"],
    ),
    "most_read": (
        "tail",
        [
            "Most read",
            "1. Ferry fares to rise by a tenth in April",
            "2. Mayor defends new parking fees",
            "3. Storm damages sea wall for third time",
        ],
    ),
    "more_from": (
        "tail",
        ["More from Westhaven", "Ferry fares to rise by a tenth in April", "Mayor defends new parking fees"],
    ),
    "you_may_like": (
        "tail",
        [
            "You may also like",
            "Ferry fares to rise by a tenth in April",
            "Ten gadgets every sailor needs this summer",
        ],
    ),
    "taboola": (
        "tail",
        [
            "Around the web",
            "Doctors hate this one simple trick",
            "Born before 1985? You may be owed money",
            "Sponsored Links by Taboola",
        ],
    ),
    "german_related": (
        "tail",
        ["Mehr zum Thema", "Fährpreise steigen um zehn Prozent", "Bürgermeisterin verteidigt neue Gebühren"],
    ),
    "next_article": ("tail", ["Next article"]),
    "trending": (
        "tail",
        ["Trending Now", "Storm damages sea wall for third time", "Ferry fares to rise by a tenth in April"],
    ),
    # After the end
    "tags": ("tail", ["Tags: harbour, fish market, council, Westhaven"]),
    "topics": ("tail", ["Topics", "Fishing", "Local government", "Westhaven"]),
    "filed_under": ("tail", ["Filed under: Politics, Local news"]),
    "hashtags": ("tail", ["#Westhaven #FishMarket #Council"]),
    "author_bio": (
        "tail",
        ["Jonas Feldt is a senior reporter covering coastal towns. He joined the paper in 2019."],
    ),
    "sign_off": ("tail", ["(Reporting by Jonas Feldt in Westhaven; Editing by Mira Kole)"]),
    "contributed": ("tail", ["Example Press writer Mira Kole contributed to this report."]),
    "additional": ("tail", ["Additional reporting by Mira Kole"]),
    "republished": (
        "tail",
        ["This article was originally published on The Example Coast. Read the original article."],
    ),
    "end_mark": ("tail", ["###"]),
    "rights": (
        "tail",
        [
            "© 2025 Example Media Group. All rights reserved. This material may not be published, broadcast, rewritten or redistributed."
        ],
    ),
    "footer_links": (
        "tail",
        ["About Us", "Contact Us", "Privacy Policy", "Terms of Service", "Careers", "Advertise"],
    ),
    "back_to_top": ("tail", ["Back to top"]),
    "comments_count": ("tail", ["42 Comments"]),
    "comments_prompt": ("tail", ["What do you think? Leave a comment below."]),
    "comments_thread": (
        "tail",
        [
            "Comments (2)",
            "seadog44",
            "2 hours ago",
            "About time, that roof was a danger to everybody who went in there.",
            "Reply",
            "Like",
            "marlin",
            "1 hour ago",
            "Shame on all of them, I say, my gran sold whelks there.",
            "Reply",
            "Report",
        ],
    ),
    "helpful": ("tail", ["Was this article helpful?", "Yes", "No"]),
    "load_more": ("tail", ["Load more"]),
    # Print-outs and mail
    "page_of": ("middle", ["Page 2 of 3"]),
    "page_dash": ("middle", ["- 2 -"]),
    "print_url": ("tail", ["https://www.example.org/news/fish-market-vote 1/2"]),
    "phone_signature": ("tail", ["Sent from my iPhone"]),
    # Machine text
    "ga_classic": (
        "tail",
        [
            "(function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){",
            "(i[r].q=i[r].q||[]).push(arguments)},i[r].l=1*new Date();a=s.createElement(o),",
            "m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)",
            "})(window,document,'script','https://www.example.org/analytics.js','ga');",
            "ga('create', 'UA-000000-1', 'auto');",
            "ga('send', 'pageview');",
        ],
    ),
    "taboola_js": (
        "middle",
        [
            "window._taboola = window._taboola || [];",
            "_taboola.push({mode: 'thumbnails-a', container: 'taboola-below', placement: 'Below Article', target_type: 'mix'});",
        ],
    ),
    "state_json": (
        "tail",
        [
            'window.__INITIAL_STATE__ = {"article":{"id":812,"title":"Fish market to close","tags":["harbour","council"]},"user":null};'
        ],
    ),
    "arrow_js": (
        "middle",
        [
            "document.addEventListener('DOMContentLoaded', () => {",
            "  const slot = document.querySelector('.ad-slot');",
            "  if (slot) { slot.remove(); }",
            "});",
        ],
    ),
    "jquery": (
        "middle",
        ["$(document).ready(function() {", '  $(".gallery").slick({ dots: true, infinite: false });', "});"],
    ),
    "paq": (
        "tail",
        [
            "var _paq = window._paq = window._paq || [];",
            "_paq.push(['trackPageView']);",
            "_paq.push(['enableLinkTracking']);",
        ],
    ),
    "curly_js": ("tail", ["var _comscore = _comscore || [];", "_comscore.push({ c1: “2”, c2: “0000000” });"]),
    "css_media": (
        "middle",
        ["@media (max-width: 600px) {", "  .wrap { width: 100%; }", "  .side, .foot { display: none; }", "}"],
    ),
    "css_oneline": (
        "middle",
        [
            "#inline-video-812{position:relative;padding-bottom:56.25%;height:0}#inline-video-812 iframe{position:absolute;top:0}"
        ],
    ),
    "inline_style_tag": ("middle", ["<style>.embed-812{max-width:640px;margin:0 auto}</style>"]),
    "json_line": (
        "head",
        [
            '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Fish market to close","articleBody":"The harbour council of Westhaven voted on Tuesday to close the old market."}'
        ],
    ),
    "amp": ("middle", ["(adsbygoogle = window.adsbygoogle || []).push({});"]),
    "php_error": ("head", ["<?php echo do_shortcode('[ad]'); ?>"]),
    # More of each
    "byline_and_loc": ("head", ["Jonas Feldt, Staff Writer", "Westhaven"]),
    "byline_pub": ("head", ["by Jonas Feldt", "Mar 3, 2025 at 9:15am", "Share"]),
    "byline_contact": ("head", ["Jonas Feldt", "jfeldt@example.org"]),
    "byline_email": ("head", ["By JONAS FELDT jfeldt@example.org"]),
    "byline_for": ("head", ["By Jonas Feldt for The Example Coast"]),
    "posted": ("head", ["Posted: Mar 3, 2025 / 09:15 AM EST", "Updated: Mar 3, 2025 / 11:15 AM EST"]),
    "date_only": ("head", ["March 3, 2025"]),
    "date_iso": ("head", ["2025-03-03T09:15:00Z"]),
    "date_weekday": ("head", ["Monday, 3 March 2025"]),
    "upd": ("head", ["Last updated on March 3, 2025 at 9:15 AM"]),
    "min_read_dot": ("head", ["4 min read · March 3, 2025"]),
    "bc_raquo": ("head", ["Home » Local » Council"]),
    "bc_gt": ("head", ["You are here: Home > News > Council"]),
    "kicker": ("head", ["LOCAL NEWS"]),
    "live": ("head", ["LIVE"]),
    "print_head": ("head", ["3/3/25, 9:15 AM Fish market to close - The Example Coast"]),
    "savebtn": ("head", ["Save", "Share", "Comments", "Print"]),
    "bookmark": ("head", ["Add to bookmarks", "Gift this article"]),
    "font": ("head", ["Text size", "A A A"]),
    "weather": ("head", ["Westhaven 12°C"]),
    "sub_head": ("head", ["SUBSCRIBE NOW", "$1 for 6 months"]),
    "ad2": ("middle", ["ADVERTISING"]),
    "ad3": ("middle", ["Scroll to continue with content"]),
    "ad4": ("middle", ["[Advertisement]"]),
    "ad5": ("middle", ["Ad - content continues below"]),
    "ad6": ("middle", ["— ADVERTISEMENT —"]),
    "ad7": ("middle", ["Continue reading the main story"]),
    "ad8": ("middle", ["Loading ad"]),
    "ad9": ("middle", ["Advertisement. Scroll to continue reading."]),
    "ad10": ("middle", ["Story continues after advertisement"]),
    "ad11": ("middle", ["Publicité"]),
    "promo": ("middle", ["PROMOTED STORIES"]),
    "nl1": ("middle", ["Stay informed. Sign up for our free morning briefing."]),
    "nl2": ("middle", ["Enjoying this story? Subscribe to our newsletter."]),
    "nl3": ("middle", ["Want more stories like this? Get The Tide, our weekly newsletter on coastal life."]),
    "nl5": ("middle", ["You can unsubscribe at any time. By signing up, you agree to our terms."]),
    "nl6": ("middle", ["Free newsletter: what happened on the coast this week"]),
    "pw1": ("middle", ["Support our journalism. Subscribe today."]),
    "pw2": ("tail", ["You’ve reached your limit of free articles.", "Subscribe to continue reading."]),
    "pw3": ("middle", ["This story is exclusive to subscribers."]),
    "pw4": ("tail", ["Get unlimited access to The Example Coast for just £1 a month."]),
    "pw5": ("tail", ["Want to read more? Register for a free account or subscribe."]),
    "pw6": ("tail", ["Thank you for reading The Example Coast."]),
    "pw7": ("tail", ["Your contribution helps keep our reporting free for everyone."]),
    "pw8": ("tail", ["Help us keep going. Donate today."]),
    "pod": ("middle", ["Listen to the latest episode of our podcast"]),
    "pod2": (
        "middle",
        ["Subscribe to Harbour Talk on Apple Podcasts, Spotify or wherever you get your podcasts."],
    ),
    "vid": ("middle", ["Video: Inside the old market hall"]),
    "vid2": ("middle", ["Play video", "1:23"]),
    "vid3": ("middle", ["Now Playing", "Inside the old market hall"]),
    "vid4": ("middle", ["Video Player is loading.", "This is a modal window."]),
    "cap": ("middle", ["Marta Oduya at the council meeting on Monday. Photograph: Lena Marsh/Example Press"]),
    "cap2": ("middle", ["Traders at the market. Photo: Lena Marsh"]),
    "cap3": ("middle", ["(Photo by Lena Marsh/Getty Images)"]),
    "cap4": ("middle", ["Lena Marsh / Reuters"]),
    "cap5": ("middle", ["Hide caption", "toggle caption", "Lena Marsh/NPR"]),
    "cap6": ("middle", ["Image: Lena Marsh"]),
    "cap7": ("middle", ["CREDIT: Lena Marsh"]),
    "cap9": ("middle", ["Lena Marsh | The Example Coast"]),
    "cap10": ("middle", ["[Lena Marsh/AFP]"]),
    "rel1": ("middle", ["READ NEXT: Ferry fares to rise by a tenth in April"]),
    "rel2": ("middle", ["More: Ferry fares to rise by a tenth in April"]),
    "rel3": ("middle", ["MORE ON THIS STORY", "Ferry fares to rise by a tenth in April"]),
    "rel4": ("middle", ["Related story: Ferry fares to rise by a tenth"]),
    "rel5": ("middle", ["» Read also: Ferry fares to rise by a tenth"]),
    "rel6": (
        "tail",
        ["READ MORE", "Ferry fares to rise by a tenth in April", "Mayor defends new parking fees"],
    ),
    "rel7": (
        "tail",
        [
            "Top Stories",
            "Ferry fares to rise by a tenth in April",
            "2 hours ago",
            "Mayor defends new parking fees",
            "3 hours ago",
        ],
    ),
    "rel8": ("tail", ["Recommended for you", "Ferry fares to rise by a tenth in April"]),
    "rel9": ("tail", ["What to read next", "Ferry fares to rise by a tenth in April"]),
    "rel10": (
        "tail",
        ["Editors’ Picks", "Ferry fares to rise by a tenth in April", "Mayor defends new parking fees"],
    ),
    "rel11": ("tail", ["Explore more on these topics", "Fishing", "Westhaven"]),
    "rel12": ("middle", ["In case you missed it: Ferry fares to rise by a tenth"]),
    "rel13": ("tail", ["Lesen Sie auch: Fährpreise steigen um zehn Prozent"]),
    "rel14": ("tail", ["À lire aussi", "Les tarifs des ferries augmentent de dix pour cent"]),
    "soc1": ("tail", ["Follow Example Coast on Facebook and X."]),
    "soc2": ("tail", ["Like us on Facebook"]),
    "soc3": ("middle", ["Join the conversation"]),
    "soc4": ("tail", ["Share this:", "Twitter", "Facebook", "Like this:", "Like Loading..."]),
    "soc5": ("tail", ["Tweet this", "Post", "Email this article", "Print this page"]),
    "soc6": ("tail", ["Share on X", "Share on Bluesky", "Copy URL"]),
    "soc7": ("tail", ["@example_coast"]),
    "com1": ("tail", ["Comments", "Please log in to post a comment."]),
    "com2": ("tail", ["Show comments"]),
    "com3": ("tail", ["Comments are not available on this story."]),
    "com4": ("tail", ["View comments"]),
    "com5": ("tail", ["0 Comments", "Be the first to comment", "Oldest", "Newest", "Most Voted"]),
    "com6": (
        "tail",
        [
            "Leave a Reply",
            "Your email address will not be published. Required fields are marked *",
            "Comment *",
            "Name *",
            "Email *",
            "Website",
            "Save my name, email, and website in this browser for the next time I comment.",
            "Post Comment",
        ],
    ),
    "bio1": (
        "tail",
        [
            "About the author",
            "Jonas Feldt covers local politics for The Example Coast. Follow him on Twitter @jfeldt.",
        ],
    ),
    "bio2": ("tail", ["Jonas Feldt is the Example Coast’s harbour correspondent."]),
    "bio3": ("tail", ["Email Jonas Feldt at jfeldt@example.org or follow him on X: @jfeldt."]),
    "corr": ("tail", ["— With assistance from Mira Kole"]),
    "corr2": ("tail", ["Mira Kole contributed reporting."]),
    "corr3": ("tail", ["Reporting by Jonas Feldt; editing by Mira Kole"]),
    "corr4": ("tail", ["Our Standards: The Example Trust Principles."]),
    "copy2": ("tail", ["Copyright 2025 The Example Press. All rights reserved."]),
    "copy3": ("tail", ["(c) 2025 Example Media Ltd"]),
    "copy4": ("tail", ["© Example Media 2025. Registered in England No. 000000."]),
    "foot": ("tail", ["Terms of Use", "Privacy Policy", "Cookie Policy", "Sitemap"]),
    "foot2": ("tail", ["Home | About | Contact | Privacy | Terms"]),
    "foot3": ("tail", ["Do Not Sell My Personal Information"]),
    "foot4": ("tail", ["Powered by WordPress"]),
    "foot5": ("tail", ["Report a typo", "Submit a correction"]),
    "foot6": ("tail", ["Read the full story on The Example Coast"]),
    "foot7": ("tail", ["Previous article", "Next article", "All articles"]),
    "pr": ("tail", ["Media contact: Mira Kole, press@example.org, +44 20 0000 0000"]),
    "stock": ("middle", ["Chart", "Created with Datawrapper", "Get the data"]),
    "embed": ("middle", ["Loading embedded content"]),
    "embed2": ("middle", ["View original tweet on Twitter"]),
    "embed3": ("middle", ["This content is blocked due to cookie preferences"]),
    "consent": ("middle", ["We need your consent to load this Instagram content.", "Manage preferences"]),
    "ai": ("head", ["AI-generated summary", "Was this summary helpful?"]),
    "tr": ("head", ["This article was translated automatically."]),
    "pagefoot": ("tail", ["Page 1 of 1"]),
    "hotjar": (
        "tail",
        [
            "(function(h,o,t,j,a,r){",
            "h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};",
            "h._hjSettings={hjid:000000,hjsv:6};",
            "a=o.getElementsByTagName('head')[0];",
            "})(window,document,'https://static.example.org/c/hotjar-','.js?sv=');",
        ],
    ),
    "gtm": (
        "head",
        [
            "<!-- Google Tag Manager -->",
            "<script>(function(w,d,s,l,i){w[l]=w[l]||[];})(window,document,'script','dataLayer','GTM-0000');</script>",
            "<!-- End Google Tag Manager -->",
        ],
    ),
    "disqus": (
        "tail",
        [
            "var disqus_config = function () {",
            "this.page.url = 'https://example.org/market';",
            "this.page.identifier = 'market-812';",
            "};",
            "(function() {",
            "var d = document, s = d.createElement('script');",
            "s.src = 'https://example.disqus.com/embed.js';",
            "s.setAttribute('data-timestamp', +new Date());",
            "(d.head || d.body).appendChild(s);",
            "})();",
        ],
    ),
    "nextdata": (
        "tail",
        [
            '{"props":{"pageProps":{"article":{"id":812,"title":"Market to close"}}},"page":"/news/[slug]","buildId":"abc123"}'
        ],
    ),
    "jsonpretty": (
        "middle",
        [
            "{",
            '  "video": {',
            '    "id": 812,',
            '    "autoplay": false,',
            '    "sources": [',
            '      "https://example.org/a.mp4",',
            '      "https://example.org/b.webm"',
            "    ]",
            "  }",
            "}",
        ],
    ),
    "promise": (
        "tail",
        [
            "fetch('/api/related?id=812')",
            "  .then(response => response.json())",
            "  .then(data => render(data));",
        ],
    ),
    "cssvars": ("head", [":root {", "  --accent: #c00;", "  --gap: 12px;", "}"]),
    "csskey": ("middle", ["@keyframes fade {", "  from { opacity: 0; }", "  to { opacity: 1; }", "}"]),
    "cssfont": ("head", ["@font-face{font-family:Coast;src:url(coast.woff2)}"]),
    "divtags": ("middle", ['<div class="ad-slot" id="ad-3"></div>']),
    "amp_ad": ("middle", ['<amp-ad width="300" height="250" type="doubleclick"></amp-ad>']),
    "wp": ("middle", ["[embed]https://www.youtube.com/watch?v=abc[/embed]"]),
    "tw": (
        "middle",
        [
            '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Sad day.</p>&mdash; Pavel (@pbrandt) <a href="https://twitter.com/pbrandt/status/1">March 3, 2025</a></blockquote> <script async src="https://platform.twitter.com/widgets.js"></script>'
        ],
    ),
    "console": ("tail", ["console.log('loaded');"]),
    "onetrust": ("tail", ["OptanonWrapper();"]),
    "cb": ("tail", ["var _sf_async_config = { uid: 1, domain: 'example.org', useCanonical: true };"]),
    "pinterest": (
        "tail",
        [
            "!function(e){if(!window.pintrk){window.pintrk=function(){window.pintrk.queue.push(Array.prototype.slice.call(arguments))}}}();",
            "pintrk('load', '0000');",
            "pintrk('page');",
        ],
    ),
    "mdimg": ("middle", ["![The hall](https://example.org/hall.jpg)"]),
    "quotemail": (
        "head",
        [
            "From: Jonas Feldt <j@example.org>",
            "Sent: Monday, March 3, 2025 9:15 AM",
            "To: Mira Kole",
            "Subject: FW: market",
        ],
    ),
}

# Lines of an article that look like noise at first sight. They stay wherever they stand.
DECOYS = [
    "The report also provided details of two earlier accidents in which cranes had fallen onto the quay.",
    "The report was published on Monday by the ministry and lists 41 failures at the port.",
    "Advertisement revenue at the paper fell by a fifth last year, its owner said.",
    "Share prices of the ferry company fell 4% on the news.",
    "Read more slowly, the judge told the lawyers, and the room laughed.",
    "Cookies were handed out to the crowd by the bakery next door.",
    "“We use cookies on every page,” the company’s lawyer told the court, “and nobody ever asked us why.”",
    "Subscribers to the local newsletter had been told of the plan in January, residents said.",
    "“Sign up for our newsletter,” the mayor joked to reporters.",
    "The app was downloaded 40,000 times before it was withdrawn from both stores.",
    "He photographed the hall for Getty Images and later for a book of his own.",
    "The comments were deleted within an hour of being posted, the clerk confirmed.",
    "Follow the money, she told the inquiry, and it leads to the ferry terminal.",
    "By 2030 the terminal is expected to handle twice as many passengers.",
    "Related costs, such as the new road, were left out of the estimate.",
    "Log books from 1951 show how many crates were sold each morning.",
    "“No.”",
    "“They lied to us”",
    "What happens next",
    "The long goodbye",
    "Why it matters",
    "• A new hall beside the ferry terminal",
    "1. The roof must be replaced before winter.",
    "The leaked file began with “var total = 0; for (i = 0; i < n; i++) { total += fee[i]; }”, according to the auditors.",
    "The set {2, 3, 5, 7} was scratched into the wall beside the door, and nobody knows who did it.",
    "Police asked anyone with information to call 101 or to visit the station in Quay Street.",
    "The article, published in 2019, was cited by both sides in court.",
    "Your browser history can be used against you, the defence lawyer warned the jury.",
    "“You have two articles left to read,” she said, pointing at the contract.",
    "Photo finish: the two candidates were separated by nine votes.",
    "Breaking his silence, Brandt said he would not leave before spring.",
    "Copyright law protects the plans for the new hall, the architect argued.",
    "The committee reads: Oduya (chair), Brandt, Marsh and Kole.",
    "Temperatures will reach -4C overnight; snow is likely above 300 metres.",
    "If you live within a mile of the harbour, you will pay £14 more a year from April.",
    "Westhaven 2, Northport 1",
    "Comments are flooding in from across the county, the clerk said.",
    "More on that decision is expected before the end of the week.",
    "More on that later.",
    "Listen to the fishermen, she urged the council, and to their families.",
    "This story begins in 1904, when the hall was built.",
    "Our house was the last to be cleared, she recalled.",
    "You can see the harbour from here on a clear day.",
    "Support for the move has grown since January.",
    "Register offices across the county closed at noon on Friday.",
    "Join the queue, the sign said, and nobody did.",
    "Get out, he shouted, and slammed the door of the hall.",
    "Enjoy it while it lasts, the traders were told.",
    "Never again, she vowed.",
    "By contrast, Northport kept its market open.",
    "Source of the fire was a heater, investigators found.",
    "Play stopped at four because of the rain.",
    "Search teams returned at dawn",
    "Next steps",
    "Home at last",
    "Back to school",
    "No comment",
    "Save the whale",
    "£2.4 million for a roof",
    "Wanted: a new roof",
    "Read: the minutes that nobody kept, she joked.",
]  # fmt: skip

LAYOUTS = {
    "spaced": lambda groups: "\n\n".join("\n".join(g) for g in groups),
    "tight": lambda groups: "\n".join("\n".join(g) for g in groups),
    "airy": lambda groups: "\n\n".join("\n\n".join(g) for g in groups),
    "crlf": lambda groups: "\r\n\r\n".join("\r\n".join(g) for g in groups),
}


def insert(lines: list[str], place: str) -> list[list[str]]:
    """The article in groups of lines, with a further group at a place."""
    groups = [[line] for line in ARTICLE]
    at = {"head": 0, "middle": 3, "tail": len(groups)}[place]
    return [*groups[:at], lines, *groups[at:]]


def clean_lines(text: str) -> list[str]:
    """The lines of the cleaned text that are not blank."""
    return [line for line in clean_article(text, kind="text").text.split("\n") if line]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", NOISE)
def test_clean_article_leaves_the_article_and_nothing_else(kind: str, layout: str) -> None:
    """Each kind of noise goes, in each layout, and no line of the article goes with it."""
    place, lines = NOISE[kind]
    assert clean_lines(LAYOUTS[layout](insert(lines, place))) == ARTICLE


@pytest.mark.parametrize(
    "title", ["Storm Hits Coast", "Council Closes Fish Market", "“We had no choice”", "Market to close"]
)
@pytest.mark.parametrize(
    "below",
    [
        ["March 3, 2025"],
        ["By Jonas Feldt"],
        ["By Jonas Feldt", "March 3, 2025"],
        ["Share", "Tweet"],
        ["5 min read"],
    ],
)
@pytest.mark.parametrize("above", [[], ["Home › News › Local"], ["Skip to content", "Menu"]])
def test_clean_article_keeps_the_headline(title: str, below: list[str], above: list[str]) -> None:
    """The headline stays between a menu and a byline, however short it is."""
    for end in ("\n", "\n\n"):
        assert clean_lines(end.join([*above, title, *below, *ARTICLE])) == [title, *ARTICLE]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("place", ["head", "middle", "tail"])
@pytest.mark.parametrize("decoy", DECOYS)
def test_clean_article_keeps_prose_that_looks_like_noise(decoy: str, place: str, layout: str) -> None:
    """A line of the article stays, whatever its first word."""
    groups = insert([decoy], place)
    expected = [line for group in groups for line in group]
    assert clean_lines(LAYOUTS[layout](groups)) == expected
