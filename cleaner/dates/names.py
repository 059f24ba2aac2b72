"""The names of months and weekdays as CLDR has them (whole and short, as in dates and standing alone), and what pages
print besides.

Twelve months parted by semicolons, one name's forms by commas; where a form is met it may bear a dot. Case, accents and
the marks of Arabic are folded when the lines are read, so one spelling stands for all. Forms of one letter are left
out.
"""

MONTHS = {
    "en": "January,Jan; February,Feb; March,Mar; April,Apr; May; June,Jun; July,Jul; August,Aug; September,Sep,sept; "
    "October,Oct; November,Nov; December,Dec",
    "de": (
        "Januar,Jan,Jänner; Februar,Feb,Feber; März,Mär,Mrz,Maerz; April,Apr; Mai; Juni,Jun; Juli,Jul; August,Aug; "
        "September,Sept,Sep; Oktober,Okt; "
        "November,Nov; Dezember,Dez"
    ),
    "fr": (
        "janvier,janv,jan; février,févr,fév; mars; avril,avr; mai; juin; juillet,juil,jul,juill; août; "
        "septembre,sept,sep; octobre,oct; novembre,"
        "nov; décembre,déc"
    ),
    "es": (
        "enero,ene; febrero,feb; marzo,mar; abril,abr; mayo,may; junio,jun; julio,jul; agosto,ago; "
        "septiembre,sept,setiembre,sep,set; octubre,oct; "
        "noviembre,nov; diciembre,dic"
    ),
    "it": (
        "gennaio,gen; febbraio,feb; marzo,mar; aprile,apr; maggio,mag; giugno,giu; luglio,lug; agosto,ago; "
        "settembre,set,sett; ottobre,ott; novembre,"
        "nov; dicembre,dic"
    ),
    "pt": (
        "janeiro,jan; fevereiro,fev; março,mar; abril,abr; maio,mai; junho,jun; julho,jul; agosto,ago; setembro,set; "
        "outubro,out; novembro,nov; dezembro,dez"
    ),
    "nl": (
        "januari,jan; februari,feb; maart,mrt,maa; april,apr; mei; juni,jun; juli,jul; augustus,aug; september,sep; "
        "oktober,okt; november,nov; december,dec"
    ),
    "sv": "januari,jan; februari,feb; mars,mar; april,apr; maj; juni,jun; juli,jul; augusti,aug; september,sep,sept; "
    "oktober,okt; november,nov; december,dec",
    "no": "januar,jan; februar,feb; mars,mar; april,apr; mai; juni,jun; juli,jul; august,aug; september,sep,sept; "
    "oktober,okt; november,nov; desember,des",
    "da": "januar,jan; februar,feb; marts,mar; april,apr; maj; juni,jun; juli,jul; august,aug; september,sep,sept; "
    "oktober,okt; november,nov; december,dec",
    "fi": (
        "tammikuuta,tammi,tammikuu,tammik; helmikuuta,helmi,helmikuu,helmik; maaliskuuta,maalis,maaliskuu,maalisk; "
        "huhtikuuta,huhti,huhtikuu,huhtik; "
        "toukokuuta,touko,toukokuu,toukok; kesäkuuta,kesä,kesäkuu,kesäk; heinäkuuta,heinä,heinäkuu,heinäk; "
        "elokuuta,elo,elokuu,elok; syyskuuta,syys,"
        "syyskuu,syysk; lokakuuta,loka,lokakuu,lokak; marraskuuta,marras,marraskuu,marrask; "
        "joulukuuta,joulu,joulukuu,jouluk"
    ),
    "pl": (
        "stycznia,sty,styczeń; lutego,lut,luty; marca,mar,marzec; kwietnia,kwi,kwiecień; maja,maj; "
        "czerwca,cze,czerwiec; lipca,lip,lipiec; sierpnia,"
        "sie,sierpień; września,wrz,wrzesień; października,paź,październik; listopada,lis,listopad; "
        "grudnia,gru,grudzień"
    ),
    "cs": (
        "ledna,led,leden; února,úno,únor; března,bře,březen; dubna,dub,duben; května,kvě,květen; června,čvn,červen; "
        "července,čvc,červenec; srpna,srp,"
        "srpen; září,zář; října,říj,říjen; listopadu,lis,listopad; prosince,pro,prosinec"
    ),
    "hu": (
        "január,jan; február,febr,feb; március,márc; április,ápr; május,máj; június,jún; július,júl; augusztus,aug; "
        "szeptember,szept,szep,sze; "
        "október,okt; november,nov; december,dec"
    ),
    "ro": (
        "ianuarie,ian,ianu; februarie,feb; martie,mar; aprilie,apr; mai; iunie,iun; iulie,iul; august,aug; "
        "septembrie,sept,sep; octombrie,oct; "
        "noiembrie,nov,noi; decembrie,dec"
    ),
    "tr": "Ocak,Oca; Şubat,Şub; Mart,Mar; Nisan,Nis; Mayıs,May; Haziran,Haz; Temmuz,Tem; Ağustos,Ağu; Eylül,Eyl; "
    "Ekim,Eki; Kasım,Kas; Aralık,Ara",
    "ru": (
        "января,янв,январь; февраля,февр,февраль,фев; марта,мар,март; апреля,апр,апрель; мая,май; июня,июн,июнь; "
        "июля,июл,июль; августа,авг,август; "
        "сентября,сент,сентябрь,сен; октября,окт,октябрь; ноября,нояб,ноябрь,ноя; декабря,дек,декабрь"
    ),
    "uk": (
        "січня,січ,січень; лютого,лют,лютий; березня,бер,березень; квітня,квіт,квітень; травня,трав,травень,тра; "
        "червня,черв,червень; липня,лип,"
        "липень; серпня,серп,серпень,сер; вересня,вер,вересень,верес; жовтня,жовт,жовтень; листопада,лист,листопад; "
        "грудня,груд,грудень"
    ),
    "ar": (
        "يناير,كانون الثاني,جانفي; فبراير,شباط,فيفري; مارس,آذار; أبريل,نيسان,أفريل; مايو,أيار,ماي,مايس; "
        "يونيو,حزيران,جوان; يوليو,تموز,جويلية,يوليوز; "
        "أغسطس,آب,أوت,غشت; سبتمبر,أيلول,شتنبر; أكتوبر,تشرين الأول; نوفمبر,تشرين الثاني,نونبر; ديسمبر,كانون الأول,دجنبر"
    ),
    "fa": "ژانویهٔ; فوریهٔ; مارس; آوریل; مهٔ,می; ژوئن,جون; ژوئیهٔ,جولای,ژوییه; اوت,آگوست; سپتامبر; اکتبر; نوامبر; دسامبر",
    "he": (
        "ינואר,ינו,בינואר,בינו; פברואר,פבר,בפברואר,בפבר; מרץ,מרס,במרץ,במרס; אפריל,אפר,באפריל,באפר; מאי,במאי; "
        "יוני,ביוני; יולי,ביולי; אוגוסט,אוג,"
        "באוגוסט,באוג; ספטמבר,ספט,בספטמבר,בספט; אוקטובר,אוק,באוקטובר,באוק; נובמבר,נוב,בנובמבר,בנוב; "
        "דצמבר,דצמ,בדצמבר,בדצמ"
    ),
    "hi": (
        "जनवरी,जन; फ़रवरी,फ़र,फरवरी; मार्च; अप्रैल; मई; जून; जुलाई,जुल; अगस्त,अग; सितंबर,सित,सितम्बर; "
        "अक्टूबर,अक्टू,अक्तूबर; नवंबर,नव,नवम्बर; दिसंबर,दिस,दिसम्बर"
    ),
    "id": (
        "Januari,Jan; Februari,Feb,Pebruari; Maret,Mar; April,Apr; Mei; Juni,Jun; Juli,Jul; Agustus,Agu,Agt,Ags,Agus; "
        "September,Sep; Oktober,Okt; "
        "November,Nov,Nopember; Desember,Des"
    ),
    "vi": (
        "tháng 1,thg 1,tháng 01,tháng Một,tháng Giêng,thg 01; tháng 2,thg 2,tháng 02,tháng Hai,thg 02; tháng 3,thg "
        "3,tháng 03,tháng Ba,thg 03; "
        "tháng 4,thg 4,tháng 04,tháng Tư,thg 04; tháng 5,thg 5,tháng 05,tháng Năm,thg 05; tháng 6,thg 6,tháng "
        "06,tháng Sáu,thg 06; tháng 7,thg 7,"
        "tháng 07,tháng Bảy,thg 07; tháng 8,thg 8,tháng 08,tháng Tám,thg 08; tháng 9,thg 9,tháng 09,tháng Chín,thg "
        "09; tháng 10,thg 10,tháng 10,"
        "tháng Mười; tháng 11,thg 11,tháng 11,tháng Mười Một; tháng 12,thg 12,tháng 12,tháng Mười Hai,tháng Chạp"
    ),
    "el": (
        "Ιανουαρίου,Ιαν,Ιανουάριος; Φεβρουαρίου,Φεβ,Φεβρουάριος; Μαρτίου,Μαρ,Μάρτιος; Απριλίου,Απρ,Απρίλιος; "
        "Μαΐου,Μαΐ,Μάιος; Ιουνίου,Ιουν,Ιούνιος; "
        "Ιουλίου,Ιουλ,Ιούλιος; Αυγούστου,Αυγ,Αύγουστος; Σεπτεμβρίου,Σεπ,Σεπτέμβριος; Οκτωβρίου,Οκτ,Οκτώβριος; "
        "Νοεμβρίου,Νοε,Νοέμβριος; Δεκεμβρίου,"
        "Δεκ,Δεκέμβριος"
    ),
    "hr": (
        "siječnja,sij,siječanj; veljače,velj,veljača; ožujka,ožu,ožujak; travnja,tra,travanj; svibnja,svi,svibanj; "
        "lipnja,lip,lipanj; srpnja,srp,"
        "srpanj; kolovoza,kol,kolovoz; rujna,ruj,rujan; listopada,lis,listopad; studenoga,stu,studeni,studenog; "
        "prosinca,pro,prosinac"
    ),
    "bg": "януари,яну; февруари,фев; март; април,апр; май; юни; юли; август,авг; септември,сеп; октомври,окт; "
    "ноември,ное; декември,дек",
    "sr": (
        "јануар,јан,januar,jan; фебруар,феб,februar,feb; март,мар,mart,mar; април,апр,april,apr; мај,maj; "
        "јун,jun,juni; јул,jul,juli; август,авг,"
        "avgust,avg,august,aug; септембар,сеп,septembar,sep; октобар,окт,oktobar,okt; новембар,нов,novembar,nov; "
        "децембар,дец,decembar,dec"
    ),
    "sk": (
        "januára,jan,január; februára,feb,február; marca,mar,marec; apríla,apr,apríl; mája,máj; júna,jún; júla,júl; "
        "augusta,aug,august; septembra,"
        "sep,september; októbra,okt,október; novembra,nov,november; decembra,dec,december"
    ),
    "ca": (
        "gener,gen; febrer,febr; març; abril,abr,d'abril,d'abr; maig; juny; juliol,jul; agost,ag,d'agost,d'ag; "
        "setembre,set; octubre,oct,d'octubre,"
        "d'oct; novembre,nov; desembre,des"
    ),
    "lt": (
        "sausio,saus,sausis; vasario,vas,vasaris; kovo,kov,kovas; balandžio,bal,balandis; gegužės,geg,gegužė; "
        "birželio,birž,birželis; liepos,liep,"
        "liepa; rugpjūčio,rugp,rugpjūtis; rugsėjo,rugs,rugsėjis; spalio,spal,spalis; lapkričio,lapkr,lapkritis; "
        "gruodžio,gruod,gruodis"
    ),
    "lv": (
        "janvāris,janv; februāris,febr; marts; aprīlis,apr; maijs; jūnijs,jūn; jūlijs,jūl; augusts,aug; "
        "septembris,sept; oktobris,okt; novembris,"
        "nov; decembris,dec"
    ),
    "et": "jaanuar,jaan; veebruar,veebr; märts; aprill,apr; mai; juuni; juuli; august,aug; september,sept; "
    "oktoober,okt; november,nov; detsember,dets",
    "is": "janúar,jan; febrúar,feb; mars,mar; apríl,apr; maí; júní,jún; júlí,júl; ágúst,ágú; september,sep; "
    "október,okt; nóvember,nóv; desember,des",
    "th": (
        "มกราคม,ม.ค; กุมภาพันธ์,ก.พ; มีนาคม,มี.ค; เมษายน,เม.ย; พฤษภาคม,พ.ค; มิถุนายน,มิ.ย; กรกฎาคม,ก.ค; สิงหาคม,ส.ค; "
        "กันยายน,ก.ย; ตุลาคม,ต.ค; พฤศจิกายน,พ.ย; ธันวาคม,ธ.ค"
    ),
    "bn": (
        "জানুয়ারী,জানু,জানুয়ারি; ফেব্রুয়ারী,ফেব,ফেব্রুয়ারি; মার্চ; এপ্রিল,এপ্রি; মে; জুন; জুলাই,জুল; "
        "আগস্ট,আগ,অগস্ট; সেপ্টেম্বর,সেপ; অক্টোবর,অক্টো; নভেম্বর,নভে; ডিসেম্বর,ডিসে"
    ),
    "ta": "ஜனவரி,ஜன; பிப்ரவரி,பிப்; மார்ச்,மார்; ஏப்ரல்,ஏப்; மே; ஜூன்; ஜூலை; ஆகஸ்ட்,ஆக; செப்டம்பர்,செப்; "
    "அக்டோபர்,அக்; நவம்பர்,நவ; டிசம்பர்,டிச",
    "ur": "جنوری; فروری; مارچ; اپریل; مئی; جون; جولائی; اگست; ستمبر; اکتوبر; نومبر; دسمبر",
    "sw": "Januari,Jan; Februari,Feb; Machi,Mac; Aprili,Apr; Mei; Juni,Jun; Julai,Jul; Agosti,Ago; Septemba,Sep; "
    "Oktoba,Okt; Novemba,Nov; Desemba,Des",
    "zu": (
        "Januwari,Jan; Februwari,Feb; Mashi,Mas; Ephreli,Eph; Meyi,Mey; Juni,Jun; Julayi,Jul; Agasti,Aga; "
        "Septhemba,Sep; Okthoba,Okt; Novemba,Nov; Disemba,Dis"
    ),
    "af": (
        "Januarie,Jan; Februarie,Feb; Maart,Mrt; April,Apr; Mei; Junie,Jun; Julie,Jul; Augustus,Aug; September,Sep; "
        "Oktober,Okt; November,Nov; Desember,Des"
    ),
    "ms": "Januari,Jan; Februari,Feb; Mac; April,Apr; Mei; Jun; Julai,Jul; Ogos,Ogo; September,Sep; Oktober,Okt; "
    "November,Nov; Disember,Dis",
    "sl": "januar,jan; februar,feb; marec,mar; april,apr; maj; junij,jun; julij,jul; avgust,avg; september,sep; "
    "oktober,okt; november,nov; december,dec",
    "be": (
        "студзеня,сту,студзень; лютага,лют,люты; сакавіка,сак,сакавік; красавіка,кра,красавік; мая,май; "
        "чэрвеня,чэр,чэрвень; ліпеня,ліп,ліпень; "
        "жніўня,жні,жнівень; верасня,вер,верасень; кастрычніка,кас,кастрычнік; лістапада,ліс,лістапад; "
        "снежня,сне,снежань"
    ),
    "mk": "јануари,јан; февруари,фев; март,мар; април,апр; мај; јуни,јун; јули,јул; август,авг; септември,сеп; "
    "октомври,окт; ноември,ное; декември,дек",
    "sq": "janar,jan; shkurt,shk; mars,mar; prill,pri; maj; qershor,qer; korrik,korr; gusht,gush; shtator,sht; "
    "tetor,tet; nëntor,nën; dhjetor,dhj",
    "az": "yanvar,yan; fevral,fev; mart,mar; aprel,apr; may; iyun,iyn; iyul,iyl; avqust,avq; sentyabr,sen; "
    "oktyabr,okt; noyabr,noy; dekabr,dek",
    "ka": (
        "იანვარი,იან; თებერვალი,თებ; მარტი,მარ; აპრილი,აპრ; მაისი,მაი; ივნისი,ივნ; ივლისი,ივლ; აგვისტო,აგვ; "
        "სექტემბერი,სექ; ოქტომბერი,ოქტ; ნოემბერი,"
        "ნოე; დეკემბერი,დეკ"
    ),
    "hy": (
        "հունվարի,հնվ,հունվար; փետրվարի,փտվ,փետրվար; մարտի,մրտ,մարտ; ապրիլի,ապր,ապրիլ; մայիսի,մյս,մայիս; "
        "հունիսի,հնս,հունիս; հուլիսի,հլս,հուլիս; "
        "օգոստոսի,օգս,օգոստոս; սեպտեմբերի,սեպ,սեպտեմբեր; հոկտեմբերի,հոկ,հոկտեմբեր; նոյեմբերի,նոյ,նոյեմբեր; "
        "դեկտեմբերի,դեկ,դեկտեմբեր"
    ),
    "ha": (
        "Janairu,Jan; Fabrairu,Faburairu; Maris; Afrilu,Afirilu; Mayu; Yuni; Yuli; Agusta; Satumba; Oktoba; "
        "Nuwamba,Nuwanba; Disamba"
    ),
    "am": (
        "ጃንዩወሪ,ጃንዋሪ,ጃንዩ; ፌብሩወሪ,ፌብሩዋሪ,ፌብሩ; ማርች; ኤፕሪል,ኤፕሪ; ሜይ; "
        "ጁን; ጁላይ; ኦገስት,ኦገስ; ሴፕቴምበር,ሴፕቴ; ኦክቶበር,ኦክቶ; ኖቬምበር,ኖቬም; ዲሴምበር,ዲሴም"
    ),
    "ku": (
        "rêbendan,rêbendanê,çileya paşîn; reşemî,reşemiyê,sibat,sibatê; adar,adarê; nîsan,nîsanê; gulan,gulanê; "
        "hezîran,hezîranê,pûşper,pûşperê; tîrmeh,tîrmehê; tebax,tebaxê,gelawêj; îlon,îlonê,rezber; "
        "cotmeh,cotmehê,kewçêr; mijdar,mijdarê,sermawez; berfanbar,berfanbarê,kanûna pêşîn"
    ),
    "ckb": (
        "کانوونی دووەم,کانونی دووەم; شوبات; ئازار; نیسان; ئایار; حوزەیران; تەمموز,تەمووز; ئاب; ئەیلوول,ئەیلول; "
        "تشرینی یەکەم; تشرینی دووەم; کانوونی یەکەم,کانونی یەکەم"
    ),
}
WEEKDAYS = {
    "en": (
        "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Tues,Weds,Thur,Thurs,"
        "Wednes,Satur"
    ),
    "de": "Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag,Sonntag,Mo,Di,Mi,Do,Fr,Sa,So,Sonnabend",
    "fr": "lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche,lun,mar,mer,jeu,ven,sam,dim",
    "es": "lunes,martes,miércoles,jueves,viernes,sábado,domingo,lun,mar,mié,jue,vie,sáb,dom,mier",
    "it": "lunedì,martedì,mercoledì,giovedì,venerdì,sabato,domenica,lun,mar,mer,gio,ven,sab,dom",
    "pt": (
        "segunda-feira,terça-feira,quarta-feira,quinta-feira,sexta-feira,sábado,domingo,seg,ter,qua,qui,sex,sáb,dom,"
        "segunda,terça,quarta,quinta,sexta"
    ),
    "nl": "maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag,zondag,ma,di,wo,do,vr,za,zo",
    "sv": "måndag,tisdag,onsdag,torsdag,fredag,lördag,söndag,mån,tis,ons,tors,fre,lör,sön",
    "no": "mandag,tirsdag,onsdag,torsdag,fredag,lørdag,søndag,man,tir,ons,tor,fre,lør,søn",
    "da": "mandag,tirsdag,onsdag,torsdag,fredag,lørdag,søndag,man,tirs,ons,tors,fre,lør,søn,ma,ti,on,to,fr,lø,sø",
    "fi": (
        "maanantaina,tiistaina,keskiviikkona,torstaina,perjantaina,lauantaina,sunnuntai,ma,ti,ke,to,pe,la,su,maanantai,tiistai,keskiviikko,torstai,"
        "perjantai,lauantai,sunnuntaina"
    ),
    "pl": "poniedziałek,wtorek,środa,czwartek,piątek,sobota,niedziela,pon,wt,śr,czw,pt,sob,niedz,nd,ndz,sb",
    "cs": "pondělí,úterý,středa,čtvrtek,pátek,sobota,neděle,po,út,čt,pá,so,ne",
    "hu": "hétfő,kedd,szerda,csütörtök,péntek,szombat,vasárnap,Sze,Cs,Szo",
    "ro": "luni,marți,miercuri,joi,vineri,sâmbătă,duminică,lun,mar,mie,vin,sâm,dum",
    "tr": "Pazartesi,Salı,Çarşamba,Perşembe,Cuma,Cumartesi,Pazar,Pzt,Sal,Çar,Per,Cum,Cmt,Paz",
    "ru": (
        "понедельник,вторник,среда,четверг,пятница,суббота,воскресенье,пн,вт,ср,чт,пт,сб,вс,воскресения,среду,"
        "пятницу,субботу"
    ),
    "uk": "понеділок,вівторок,середа,четвер,п'ятниця,субота,неділя,пн,вт,ср,чт,пт,сб,нд,середу,п'ятницю,суботу,неділю",
    "ar": "الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد",
    "fa": "دوشنبه,سه‌شنبه,چهارشنبه,پنجشنبه,جمعه,شنبه,یکشنبه",
    "he": (
        "יום שני,יום שלישי,יום רביעי,יום חמישי,יום שישי,יום שבת,יום ראשון,יום ב,יום ג,יום ד,יום ה,יום ו,שבת,יום "
        "א,ראשון,שני,שלישי,רביעי,חמישי,שישי,"
        "יום א',יום ב',יום ג',יום ד',יום ה',יום ו'"
    ),
    "hi": "सोमवार,मंगलवार,बुधवार,गुरुवार,शुक्रवार,शनिवार,रविवार,सोम,मंगल,बुध,गुरु,शुक्र,शनि,रवि,बृहस्पतिवार,इतवार",
    "id": "Senin,Selasa,Rabu,Kamis,Jumat,Sabtu,Minggu,Sen,Sel,Rab,Kam,Jum,Sab,Min,Jum'at,Ahad",
    "vi": "Thứ Hai,Thứ Ba,Thứ Tư,Thứ Năm,Thứ Sáu,Thứ Bảy,Chủ Nhật,CN",
    "el": "Δευτέρα,Τρίτη,Τετάρτη,Πέμπτη,Παρασκευή,Σάββατο,Κυριακή,Δευ,Τρί,Τετ,Πέμ,Παρ,Σάβ,Κυρ",
    "hr": "ponedjeljak,utorak,srijeda,četvrtak,petak,subota,nedjelja,pon,uto,sri,čet,pet,sub,ned",
    "bg": "понеделник,вторник,сряда,четвъртък,петък,събота,неделя,пн,вт,ср,чт,пт,сб,нд",
    "sr": (
        "понедељак,уторак,среда,четвртак,петак,субота,недеља,пон,уто,сре,чет,пет,суб,нед,ponedeljak,utorak,sreda,četvrtak,petak,subota,nedelja,pon,"
        "uto,sre,čet,pet,sub,ned,ponedjeljak,srijeda,nedjelja,sri"
    ),
    "sk": "pondelok,utorok,streda,štvrtok,piatok,sobota,nedeľa,po,ut,pi,so,ne",
    "ca": "dilluns,dimarts,dimecres,dijous,divendres,dissabte,diumenge,dl,dt,dc,dj,dv,ds,dg",
    "lt": "pirmadienis,antradienis,trečiadienis,ketvirtadienis,penktadienis,šeštadienis,sekmadienis",
    "lv": (
        "pirmdiena,otrdiena,trešdiena,ceturtdiena,piektdiena,sestdiena,svētdiena,pirmd,otrd,trešd,ceturtd,piektd,"
        "sestd,svētd"
    ),
    "et": "esmaspäev,teisipäev,kolmapäev,neljapäev,reede,laupäev,pühapäev",
    "is": (
        "mánudagur,þriðjudagur,miðvikudagur,fimmtudagur,föstudagur,laugardagur,sunnudagur,mán,þri,mið,fim,fös,lau,sun"
    ),
    "th": "วันจันทร์,วันอังคาร,วันพุธ,วันพฤหัสบดี,วันศุกร์,วันเสาร์,วันอาทิตย์,พฤ,อา,จันทร์,อังคาร,พุธ,พฤหัสบดี,ศุกร์,เสาร์,อาทิตย์,พฤ,อา",
    "bn": "সোমবার,মঙ্গলবার,বুধবার,বৃহস্পতিবার,শুক্রবার,শনিবার,রবিবার,সোম,মঙ্গল,বুধ,বৃহস্পতি,শুক্র,শনি,রবি",
    "ta": "திங்கள்,செவ்வாய்,புதன்,வியாழன்,வெள்ளி,சனி,ஞாயிறு,திங்,செவ்,புத,வியா,வெள்,ஞாயி",
    "ur": "پیر,منگل,بدھ,جمعرات,جمعہ,ہفتہ,اتوار",
    "sw": "Jumatatu,Jumanne,Jumatano,Alhamisi,Ijumaa,Jumamosi,Jumapili",
    "zu": "UMsombuluko,ULwesibili,ULwesithathu,ULwesine,ULwesihlanu,UMgqibelo,ISonto,Mso,Bil,Tha,Sin,Hla,Mgq,Son",
    "af": "Maandag,Dinsdag,Woensdag,Donderdag,Vrydag,Saterdag,Sondag,Ma,Di,Wo,Do,Vr,Sa,So",
    "ms": "Isnin,Selasa,Rabu,Khamis,Jumaat,Sabtu,Ahad,Isn,Sel,Rab,Kha,Jum,Sab,Ahd",
    "sl": "ponedeljek,torek,sreda,četrtek,petek,sobota,nedelja,pon,tor,sre,čet,pet,sob,ned",
    "be": "панядзелак,аўторак,серада,чацвер,пятніца,субота,нядзеля,пн,аў,ср,чц,пт,сб,нд",
    "mk": "понеделник,вторник,среда,четврток,петок,сабота,недела,пон,вто,сре,чет,пет,саб,нед",
    "sq": "e hënë,e martë,e mërkurë,e enjte,e premte,e shtunë,e diel,hën,mar,mër,enj,pre,sht,die",
    "az": "bazar ertəsi,çərşənbə axşamı,çərşənbə,cümə axşamı,cümə,şənbə,bazar",
    "ka": "ორშაბათი,სამშაბათი,ოთხშაბათი,ხუთშაბათი,პარასკევი,შაბათი,კვირა,ორშ,სამ,ოთხ,ხუთ,პარ,შაბ,კვი",
    "hy": "երկուշաբթի,երեքշաբթի,չորեքշաբթի,հինգշաբթի,ուրբաթ,շաբաթ,կիրակի,երկ,երք,չրք,հնգ,ուր,շբթ,կիր",
    "ha": "Litinin,Talata,Laraba,Alhamis,Juma'a,Asabar,Lahadi",
    "am": "ሰኞ,ማክሰኞ,ረቡዕ,ሐሙስ,ዓርብ,ቅዳሜ,እሑድ,አርብ,እሁድ",
    "ku": "duşem,sêşem,çarşem,pêncşem,roja înê,şemî,yekşem,duşemê,sêşemê,çarşemê,pêncşemê,şemiyê,yekşemê",
    "ckb": "دووشەممە,سێشەممە,چوارشەممە,پێنجشەممە,هەینی,شەممە,یەکشەممە",
}
