"""Text of many languages as it is written well, for rules about characters to say nothing about.

Each holds what its language has and a rule could take for a fault: capitals beside quotation
marks, dashes and no-break spaces, joiners, direction marks, zero-width word breaks.
"""

NBSP, NARROW, SOFT = "\xa0", "\u202f", "\xad"
ZWSP, ZWNJ, ZWJ = "\u200b", "\u200c", "\u200d"
LRM, RLM = "\u200e", "\u200f"

TEXTS = {
    "Portuguese": f"# MAÇÃ VERDE\n\nAMANHÃ… talvez. “A MAÇÔ custa 3{NBSP}€. IRMÃ–IRMÃO, MANHÃ·TARDE; "
    f"a letra Ã{NBSP}é nasal, Â{NBSP}também. «AVÔ, PÃO, ÓRFû — não é?\n",
    "Spanish": "# ¿QUÉ HAY?\n\n¡Claro! «El camión», dijo José; 5.º piso, 2.ª edición. "
    f"El Sr.{NBSP}Núñez pagó 10{NARROW}000{NBSP}€.\n",
    "Catalan": "# COL·LEGI\n\nLa intel·ligència és «tranquil·la»; l’Àngela diu: “què?”. PARAL·LEL…\n",
    "French": f"# Pourquoi{NARROW}?\n\n«{NBSP}Ça va{NARROW}!{NBSP}» M.{NBSP}Dupont, né au XIX{NBSP}siècle, "
    f"lit la p.{NBSP}12{NBSP}: 10{NARROW}000{NBSP}%. ÉTÉ… LIBERTÉ» À{NBSP}l’œuvre, où l’â{NBSP}n’est pas ê.\n",
    "Italian": "# PERCHÉ È COSÌ\n\nL’università è «bella»: “CITTÀ…”, PIÙ–MENO, e così via.\n",
    "Romanian": "# ÎNVĂȚARE\n\n„ROMÂNĂ” sau «A, Ă, Â»: coborâ, urî; ȘTIINȚĂ… Â–Î. Omul hotărâ…\n",
    "German": f"# MENÜ – „Größe“\n\n„Spaß“, sagte sie, »ohne Maß«; d.{NBSP}h. z.{NBSP}B. §{NBSP}5 und Dr.{NBSP}Ößler. "
    f"Donau{SOFT}dampf{SOFT}schifffahrt, Auf{ZWNJ}lage, STRASSE, ẞ. „Ä“ und „Ö“.\n",
    "Dutch": "# ZEEËN\n\n‘s Ochtends eten we twee crêpes; “één”, zei Daniël. REÜNIE–MENÜ…\n",
    "Swedish": f"# TALA PÅ SVENSKA\n\n”SMÅ” och »BLÅ«. Å–Ö, PÅ… FÅ·GÅ; vid Å{NBSP}å bodde Åsa. ÄTA, ÖL, "
    f"t.{NBSP}ex. 5{NBSP}Å±1. VÄ{SOFT}STER{SOFT}ÅS. SKÅ’S.\n",
    "Norwegian": f"# Å{NBSP}VÆRE\n\nÅ{NBSP}lese er gøy. «PÅ», «FÅ»… SKRIV PÅ–NORSK, Ås, ØY.\n",
    "Danish": f"# BLÅ HAV\n\n»SÅ« sagde han: „FÅ”. Å… Ø, Æ. Kl.{NBSP}10.\n",
    "Finnish": "# TÄÄLLÄ JA SIELLÄ\n\n”YÖLLÄ…” »HÄN TÄÄLLÄ» Ä–Ö. Hän sanoi: ”Älä, EIVÄT MENNÄ.”\n",
    "Icelandic": "# ÍSLAND\n\n„Það er gott,“ sagði Þór. ÁRÍÐ… æði, ðæ.\n",
    "Estonian": "# ÖÖ JA PÄEV\n\n„TÖÖ“ ja «MÄ»… Õpi Ä–Ü, šokolaad, žanr.\n",
    "Polish": f"# ŻÓŁĆ\n\n„Zażółć gęślą jaźń” — w{NBSP}domu i{NBSP}w{NBSP}szkole, o{NBSP}tym. «ŁÓDŹ», z{NBSP}Łodzi.\n",
    "Czech": f"# ČEŠTINA\n\n„Příliš žluťoučký kůň“ úpěl v{NBSP}Praze a{NBSP}k{NBSP}nám s{NBSP}radostí; č.{NBSP}5, ÚŽASNÝ…\n",
    "Slovak": f"# ĽAHKÉ\n\n„Vôňa ľalií“ v{NBSP}meste, ŕ, ĺ, Ä–Ô. MÄ…\n",
    "Hungarian": "# ÁRVÍZTŰRŐ\n\n„Az őrült »tükörfúró«” — mondta. HŐSÖK…\n",
    "Croatian": "# ĐAK\n\n„Čovjek” i »žena«; šljiva, ćevap. ĆĐŠŽ…\n",
    "Lithuanian": "# ĄŽUOLAS\n\n„Įkurtuvės“, ŠĮ–TĄ… ėjo, ųų.\n",
    "Latvian": "# ĀBOLS\n\n“Ķēniņš” – ģimene; ļoti. ĒST…\n",
    "Turkish": "# TÜRKÇE\n\n“Iğdır’da ışık” — hâlâ… «ÇOCUÇ», İSTANBUL. Kâr, LÂLE, DÜNYÂ…\n",
    "Vietnamese": "# TIẾNG VIỆT\n\n“Mà…” Đâu? CHÂU Â… MÃ SỐ, MÃ–HÀNG; ngã… đã. ĐÂ—ĐÓ. Cô ấy nói: “ngô…”\n",
    "Welsh": "# TŶ BACH\n\n‘Mae’r gŵr’ yn y tŷ; CÂN… LÂ–DI. Ŵyn.\n",
    "Irish": "# FÁILTE\n\n“Tá sé go maith,” arsa Seán. MÓR…\n",
    "Greek": "# ΕΛΛΗΝΙΚΑ\n\n«Καλημέρα», είπε ο Γιώργος· τι κάνεις; ΆΝΟΙΞΗ…\n",
    "Russian": f"# РУССКИЙ\n\n«Привет»{NBSP}— сказал он в{NBSP}доме и{NBSP}к{NBSP}нам. А.{NBSP}С.{NBSP}Пушкин, „Ёлка“, №{NBSP}5.\n",
    "Ukrainian": f"# ЇЖАК\n\n«Їжак і{NBSP}ґава»{NBSP}— п’ять, з{NBSP}дому.\n",
    "Bulgarian": "# БЪЛГАРСКИ\n\n„Добър ден“ — каза той; ѝ, ъгъл.\n",
    "Serbian": "# ЂАК\n\n„Његош“ и »љубав«; ћирилица, џеп.\n",
    "Kazakh": "# ҚАЗАҚ\n\n«Әліппе» — өте жақсы; ұл, һәм, ғалым.\n",
    "Mongolian": f"# ᠮᠣᠩᠭᠣᠯ{NARROW}ᠤᠨ\n\nᠮᠣᠩᠭᠣᠯ{NARROW}ᠤᠨ ᠬᠡᠯᠡ, ᠡᠬᠡ\u180e‍ ба монгол хэл — «үсэг».\n",
    "Armenian": "# ՀԱՅԵՐԵՆ\n\n«Բարև», — ասաց նա։ Ինչպե՞ս ես։\n",
    "Georgian": "# ქართული\n\n„გამარჯობა“, — თქვა მან; ᲥᲐᲠᲗᲣᲚᲘ.\n",
    "Hebrew": f"# עִבְרִית\n\nשָׁלוֹם{RLM}! צה״ל, ג׳ירפה, (HTML){LRM} וגם C++{LRM}. ״כן״, אמר.\n",
    "Yiddish": "# ייִדיש\n\n„גוט־מאָרגן“, האָט ער געזאָגט.\n",
    "Arabic": f"# العربيّة\n\n«السلام عليكم»، قال؛ سنة 1445{NBSP}ه{ZWJ}، (C++){LRM} و{RLM}HTML{RLM}. كيف؟ مـــد.\n",
    "Persian": f"# می{ZWNJ}خواهم\n\nخانه{ZWNJ}ها را می{ZWNJ}بینیم؛ «کتاب{ZWNJ}خانه{ZWNJ}ای» و HTML{ZWNJ}ها{RLM}.\n",
    "Urdu": f"# اُردو\n\n“کتاب”، اُس نے کہا۔ ہم{ZWNJ}وطن، (CSS){LRM}۔\n",
    "Kurdish": f"# کوردی\n\nئە{ZWNJ}م خوێندکارە؛ «باش». KURDÎ: ÊVAR, JÎN, ÛRD…\n",
    "Pashto": "# پښتو\n\n«سلام»، ويې ويل؛ ښه ورځ.\n",
    "Hindi": f"# हिन्दी\n\n“नमस्ते”, उसने कहा। शक्{ZWNJ}ति, क्{ZWJ}ष, श्री{ZWNJ}मान्। १०{NBSP}रुपये।\n",
    "Marathi": f"# मराठी\n\nतऱ्हा, दर्{ZWJ}या, सुऱ्या; ‘होय’.\n",
    "Nepali": f"# नेपाली\n\nगर्{ZWJ}यो, भन्{ZWNJ}छ; “ठीक छ”।\n",
    "Bengali": f"# বাংলা\n\n“র{ZWJ}্যাম” ও র্যাব; উদ্{ZWNJ}ঘাটন, সৎ। ক্{ZWNJ}ষ।\n",
    "Punjabi": "# ਪੰਜਾਬੀ\n\n“ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ”, ਉਸ ਨੇ ਕਿਹਾ।\n",
    "Gujarati": f"# ગુજરાતી\n\n“કેમ છો?” ક્{ZWNJ}ષ, શ્રી.\n",
    "Tamil": f"# தமிழ்\n\n“வணக்கம்”, என்றான். க்{ZWNJ}ஷ, ஸ்ரீ.\n",
    "Telugu": f"# తెలుగు\n\n“నమస్కారం” రాజ్{ZWNJ}కుమార్, సాఫ్ట్{ZWNJ}వేర్.\n",
    "Kannada": f"# ಕನ್ನಡ\n\n“ನಮಸ್ಕಾರ” ರ{ZWJ}್ಯಾಂಕ್, ರಾಜ್{ZWNJ}ಕುಮಾರ್.\n",
    "Malayalam": f"# മലയാളം\n\n“നമസ്കാരം” അവന്{ZWJ}, കണ്{ZWNJ}ടു, പാല്{ZWJ}.\n",
    "Sinhala": f"# සිංහල\n\n“ආයුබෝවන්” ශ්{ZWJ}රී ලංකාව, ක්{ZWJ}රීඩා, ක්{ZWJ}ෂ.\n",
    "Thai": f"# ภาษา{ZWSP}ไทย\n\nฉัน{ZWSP}เขียน{ZWSP}โปรแกรม{ZWSP}ด้วย JavaScript{ZWSP}และ{ZWSP}**ตัวหนา**{ZWSP}ครับ “สวัสดี”\n",
    "Lao": f"# ພາສາ{ZWSP}ລາວ\n\nຂ້ອຍ{ZWSP}ຮຽນ{ZWSP}ພາສາ{ZWSP}ລາວ.\n",
    "Khmer": f"# ភាសា{ZWSP}ខ្មែរ\n\nខ្ញុំ{ZWSP}ចង់{ZWSP}បាន{ZWSP}[តំណ](a.md){ZWSP}នេះ។ «សួស្តី»{ZWSP}។\n",
    "Burmese": f"# မြန်မာ{ZWSP}ဘာသာ\n\nကျွန်တော်{ZWSP}ကျောင်း{ZWSP}သွားသည်။ “မင်္ဂလာပါ”{ZWSP}၊\n",
    "Tibetan": f"# བོད་{ZWSP}སྐད།\n\nབཀྲ་ཤིས་{ZWSP}བདེ་ལེགས། ང་{NBSP}ཡིན།{NBSP}།\n",
    "Javanese": f"# ꦗꦮ\n\nꦄꦏ꧀ꦱꦫ{ZWSP}ꦗꦮ꧈ ꦲꦤꦕꦫꦏ꧀{ZWNJ}ꦏ.\n",
    "Chinese": "# 中文“标题”\n\n\u3000\u3000他说：“你好——世界……”《书》，『引』\u3000完。GPU\u3000加速；"
    f"**粗体**{ZWSP}文字。\n",
    "Cantonese": "# 廣東話\n\n\u3000\u3000佢話：「你好」，唔該曬。\n",
    "Japanese": f"# 日本語\u3000入門\n\n\u3000「こんにちは」と言った。第１章\u3000変数　※注。見出し{ZWSP}改行。\n",
    "Korean": "# 한국어\n\n“안녕하세요” — ‘네’, 라고 했다. 《책》·〈글〉\u3000끝.\n",
    "Amharic": "# አማርኛ\n\n«ሰላም» አለ። እንዴት፡ነህ፧\n",
    "Yoruba": "# YORÙBÁ\n\n“Ẹ káàárọ̀,” ó wí. ỌJỌ́… À–Á, ṣé ó dára? ÀWỌN ỌMỌ.\n",
    "Igbo": "# ỊGBÒ\n\n“Kedụ?” Ọ dị mma; Ị bụ. ÀLÀ…\n",
    "Hausa": "# HAUSÁ\n\n“Sannu”, ɗan uwa; ƙasa, ’yar Ɓauna.\n",
    "Swahili": "# KISWAHILI\n\n“Habari ya ng’ombe?” — nzuri.\n",
    "Guaraní": "# AVAÑE’Ẽ\n\n“Mba’éichapa” — porã; PORÃ… IPORÃ–HA, KUÑÃ”; ỹ, g̃.\n",
    "Maltese": "# MALTI\n\n“Il-ħobż”, qal; għażiż, Ċ, Ġ. TÂ…\n",
    "Esperanto": "# ĈIUĴAŬDE\n\n„Eĥoŝanĝo“ — diris ŝi. Ĵus Â–Ŝ.\n",
    "Maori": "# MĀORI\n\n“Kia ora,” ko tāna. WHĀNAU, PĀ…\n",
    "Hawaiian": "# HAWAIʻI\n\n“Aloha” ʻōlelo; PĀʻINA…\n",
    "English": f"# The naïve café\n\n“It’s 10{NBSP}km,” said Mr.{NBSP}Ångström — see Figure{NBSP}3, §{NBSP}4; 5{NBSP}mÅ, 3{NBSP}Å²; é… fiancée’s “rôle”.\n",
}
