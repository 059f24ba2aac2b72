"""What stands around a date, by language: "published" and "updated", particles, marks of hours and halves of the day;
zones.

Phrases are parted by commas. Folding (case, accents, the marks of Arabic) is as for the names of months.
"""

# What a line calls the date of publication.
PUBLISHED = {
    "en": (
        "published,posted,submitted,publication,publish,created,date,first published,originally published,date "
        "published,published date,publish date,"
        "publication date,posted date,date posted,date created,published online,publishing date,post date,first "
        "posted,article published,date of publication"
    ),
    "de": (
        "veröffentlicht,veröffentlichung,veröffentlichungsdatum,publiziert,erschienen,erstellt,erstellt "
        "am,datum,zuerst veröffentlicht,erstveröffentlichung,"
        "erscheinungsdatum,geschrieben,gepostet,artikel vom,artikel veröffentlicht,online seit,eingestellt"
    ),
    "fr": (
        "publié,publiée,mis en ligne,mise en ligne,paru,posté,publication,"
        "date de publication,date,créé,écrit,rédigé,article publié,première publication"
    ),
    "es": "publicado,publicada,publicación,fecha de publicación,fecha,creado,primera publicación,publicado "
    "originalmente,posteado",
    "it": "pubblicato,pubblicata,pubblicazione,data di pubblicazione,data pubblicazione,data,creato,articolo "
    "pubblicato,prima pubblicazione",
    "pt": "publicado,publicada,publicação,data de publicação,data da publicação,postado,data,criado,publicado "
    "originalmente",
    "nl": "gepubliceerd,geplaatst,publicatiedatum,datum,verschenen,gepost,publicatie,aangemaakt",
    "sv": "publicerad,publicerat,publicerades,publicering,datum,postat,skapad,skapades,först publicerad",
    "no": "publisert,først publisert,dato,opprettet,lagt ut",
    "da": "publiceret,udgivet,offentliggjort,oprettet,dato,først publiceret",
    "fi": "julkaistu,julkaisupäivä,päiväys,luotu,julkaistiin",
    "pl": "opublikowano,opublikowany,data publikacji,publikacja,dodano,data dodania,data,utworzono,opublikowane,data "
    "utworzenia",
    "cs": "publikováno,zveřejněno,vydáno,datum,vloženo,datum vydání,datum publikace,datum zveřejnění,vytvořeno",
    "hu": "közzétéve,megjelent,publikálva,dátum,megjelenés,létrehozva,közzététel,közzététel dátuma",
    "ro": "publicat,publicată,publicat la,data publicării,postat,postat la,data,creat",
    "tr": (
        "yayınlanma,yayınlanma tarihi,yayınlandı,yayımlanma tarihi,yayın tarihi,giriş tarihi,"
        "giriş,oluşturulma tarihi,oluşturulma,eklenme tarihi,tarih,yayın,haber giriş"
    ),
    "ru": "опубликовано,опубликована,опубликован,публикация,дата публикации,дата,размещено,создано,добавлено,время "
    "публикации",
    "uk": "опубліковано,опублікована,дата публікації,публікація,дата,розміщено,створено,додано",
    "ar": "نشر,نشر في,نشرت في,تاريخ النشر,تم النشر,تم النشر في,تم النشر بتاريخ,نشر بتاريخ,منشور,آخر نشر,التاريخ,نشر "
    "يوم",
    "fa": "منتشر شده,منتشر شده در,تاریخ انتشار,انتشار,زمان انتشار,تاریخ,تاریخ خبر",
    "zh": (
        "发布时间,發布時間,发表时间,發表時間,发布于,發佈於,發布於,發佈時間,发表于,發表於,发布,發布,發佈,发布日期,"
        "發布日期,时间,時間,日期,更新发布,发布在,刊登日期,出版日期,上传时间"
    ),
    "ja": "公開日,公開日時,投稿日,投稿日時,掲載日,公開,投稿,掲載,配信,配信日,発表,作成日,作成,公開日時,配信日時,登録日",
    "he": "פורסם,פורסם בתאריך,תאריך,תאריך פרסום,פורסם ב,נוצר,עלה לאתר",
    "hi": "प्रकाशित,प्रकाशन,प्रकाशित तिथि,प्रकाशन तिथि,पब्लिश,पोस्ट,दिनांक",
    "id": "diterbitkan,dipublikasikan,terbit,tayang,tanggal,diposting,dipublikasi,tanggal terbit,kompas",
    "ko": (
        "입력,등록,발행,게시,송고,작성,기사입력,기사등록,승인,등록일,작성일,게시일,"
        "입력시간,발행일,입력일,등록일시,최초입력,게재,기사승인"
    ),
    "vi": "đăng,xuất bản,ngày đăng,đăng ngày,đăng lúc,ngày xuất bản,đã đăng,thời gian,ngày xuất bản",
    "el": "δημοσιεύτηκε,δημοσιεύθηκε,δημοσίευση,ημερομηνία,ημερομηνία δημοσίευσης,δημοσιευμένο,δημοσιευτηκε "
    "στις,πρώτη δημοσίευση",
    "bg": "публикувано,публикувана,публикувана на,публикувано на,дата,дата на публикуване,публикуван,"
    "създадено,добавено",
    "hr": "objavljeno,objava,datum,datum objave,objavljen,objavljena",
    "sr": "objavljeno,objavljen,датум,објављено,објављен,datum,datum objave",
    "sk": "publikované,zverejnené,vydané,dátum,vytvorené,uverejnené,dátum zverejnenia,pridané",
    "sl": "objavljeno,objava,datum,datum objave",
    "ca": "publicat,publicada,publicació,data de publicació,data,creat",
    "lt": "paskelbta,publikuota,data,sukurta,paskelbimo data,publikavimo data,įkelta",
    "lv": "publicēts,publicēta,datums,publicēšanas datums,pievienots",
    "et": "avaldatud,kuupäev,postitatud,loodud,ilmunud,avaldamise kuupäev",
    "is": "birt,dagsetning,birtist,skrifað",
    "th": "เผยแพร่,เผยแพร่เมื่อ,เผยแพร่เมื่อวันที่,เผยแพร่วันที่,วันที่เผยแพร่,โพสต์เมื่อ,เขียนเมื่อ,ลงวันที่,ประกาศเมื่อ",
    "bn": "প্রকাশিত,প্রকাশ,প্রকাশের সময়,প্রকাশনার তারিখ,তারিখ",
    "ta": "வெளியிடப்பட்டது,பதிவு,பதிவு செய்த நாள்,பதிப்பு",
    "ur": "شائع,شائع شدہ,تاریخ اشاعت,شائع ہوا,تاریخ",
    "sw": "imechapishwa,ilichapishwa,tarehe,imewekwa",
    "af": "gepubliseer,datum,geplaas",
    "ha": "an wallafa,an buga,wallafawa,ranar wallafawa,lokacin wallafawa",
    "am": "የታተመው,የወጣው,ታተመ",
    "ku": "hat weşandin,hatiye weşandin,dîroka weşanê,dema weşanê,weşandin,بڵاوکراوەتەوە,بەرواری بڵاوکردنەوە",
    "ms": "diterbitkan,tarikh,disiarkan,disiarkan pada,diterbitkan pada,tarikh terbit",
}  # fmt: skip
# What a line calls the date of a change.
MODIFIED = {
    "en": (
        "updated,update,modified,edited,revised,last updated,last update,last modified,last edited,last "
        "revised,last-updated,last-modified,page updated,"
        "date updated,date modified,updated date,update date,modified date,last updated date,last update date,last "
        "modified date,last changed,amended,"
        "page last updated,this page was last updated,this article was last updated,article updated,latest "
        "update,last modification,last edited date,"
        "edited date"
    ),
    "de": (
        "aktualisiert,aktualisierung,zuletzt aktualisiert,letzte aktualisierung,stand,geändert,zuletzt "
        "geändert,letzte änderung,update,update vom,überarbeitet,"
        "zuletzt bearbeitet,bearbeitet,letztes update,artikel aktualisiert,stand vom,änderungsdatum,letzter "
        "stand,zuletzt überarbeitet"
    ),
    "fr": (
        "mis à jour,mise à jour,mis à jour le,dernière mise à "
        "jour,modifié,modifiée,actualisé,actualisée,màj,maj,dernière modification,dernière mise à jour le,"
        "mise à jour le,date de mise à jour"
    ),
    "es": (
        "actualizado,actualizada,actualización,última actualización,modificado,última modificación,fecha de "
        "actualización,editado,actualizado a,actualizado al,"
        "actualizado a fecha"
    ),
    "it": (
        "aggiornato,aggiornata,aggiornamento,ultimo aggiornamento,modificato,"
        "modifica,ultima modifica,data aggiornamento,modificata,data di aggiornamento"
    ),
    "pt": (
        "atualizado,atualizada,atualização,última atualização,actualizado,actualização,última "
        "actualização,modificado,última modificação,editado,"
        "data de atualização"
    ),
    "nl": (
        "bijgewerkt,laatst bijgewerkt,laatste update,gewijzigd,laatst gewijzigd,"
        "geüpdatet,geactualiseerd,aangepast,laatst aangepast,laatste wijziging,update"
    ),
    "sv": "uppdaterad,uppdaterat,uppdaterades,senast uppdaterad,ändrad,senast ändrad,redigerad,uppdatering,senaste "
    "uppdatering,senast uppdaterat",
    "no": "oppdatert,sist oppdatert,endret,sist endret,oppdatering,redigert",
    "da": "opdateret,senest opdateret,sidst opdateret,ændret,redigeret,opdatering,sidst ændret,seneste opdatering",
    "fi": "päivitetty,viimeksi päivitetty,muokattu,muutettu,päivitys,viimeksi muokattu,päivitettiin,viimeisin päivitys",
    "pl": (
        "aktualizacja,zaktualizowano,ostatnia aktualizacja,data aktualizacji,aktualizowano,zmodyfikowano,ostatnia "
        "modyfikacja,edytowano,data modyfikacji,"
        "data ostatniej aktualizacji"
    ),
    "cs": (
        "aktualizováno,aktualizace,poslední aktualizace,upraveno,"
        "změněno,naposledy aktualizováno,naposledy upraveno,poslední úprava,datum aktualizace"
    ),
    "hu": (
        "frissítve,utoljára frissítve,módosítva,frissült,frissítés,"
        "utolsó frissítés,legutóbb frissítve,utolsó módosítás,utoljára módosítva,szerkesztve"
    ),
    "ro": "actualizat,actualizată,ultima actualizare,modificat,actualizat la,actualizare,data actualizării,ultima "
    "modificare",
    "tr": (
        "güncelleme,son güncelleme,güncellendi,güncellenme,güncelleme tarihi,güncellenme tarihi,son güncelleme "
        "tarihi,son güncellenme,değiştirilme tarihi,"
        "düzenlendi,haber güncelleme"
    ),
    "ru": (
        "обновлено,обновлена,обновлён,обновление,изменено,последнее обновление,дата "
        "обновления,отредактировано,последнее изменение,дата изменения,"
        "время обновления,обновлено в"
    ),
    "uk": "оновлено,оновлена,останнє оновлення,змінено,дата оновлення,відредаговано,оновлення,остання зміна",
    "ar": "آخر تحديث,تحديث,تم التحديث,تم التحديث في,آخر تعديل,تاريخ التحديث,حدث في,محدث,تاريخ آخر تحديث,تعديل",
    "fa": "به روز شده,به روز شده در,به‌روزرسانی,آخرین به‌روزرسانی,آخرین بروزرسانی,بروزرسانی,به روزرسانی,تاریخ "
    "بروزرسانی,ویرایش,آخرین ویرایش",
    "zh": (
        "更新时间,更新時間,更新于,更新於,更新,最后更新,最後更新,最近更新,更新日期,"
        "最后更新时间,最後更新時間,修改时间,修改時間,最后修改,最後修改,编辑于,編輯於,最后更新于"
    ),
    "ja": "更新日,更新日時,更新,最終更新,最終更新日,最終更新日時,最終更新日,修正,改訂,改定日",
    "he": "עודכן,עודכן בתאריך,עדכון אחרון,עודכן לאחרונה,עדכון,תאריך עדכון,עודכן ב",
    "hi": "अपडेट,अपडेटेड,अद्यतन,अंतिम अपडेट,आखिरी अपडेट,लास्ट अपडेट,अपडेट किया गया,संशोधित,अंतिम अद्यतन",
    "id": "diperbarui,diperbaharui,diupdate,pembaruan,pembaruan terakhir,terakhir diperbarui,update "
    "terakhir,update,diubah",
    "ko": (
        "수정,업데이트,최종수정,기사수정,최종업데이트,"
        "최종 수정,최종 업데이트,수정일,수정시간,갱신,마지막 업데이트,최종편집,최종 편집"
    ),
    "vi": "cập nhật,cập nhật lúc,cập nhật ngày,cập nhật lần cuối,lần cập nhật cuối,ngày cập nhật,sửa đổi,đã cập "
    "nhật,cập nhật mới nhất",
    "el": "ενημερώθηκε,τελευταία ενημέρωση,ενημέρωση,ανανεώθηκε,επικαιροποιήθηκε,τροποποιήθηκε,τελευταία "
    "τροποποίηση,τελευταία επεξεργασία",
    "bg": "обновено,обновена,актуализирано,последна актуализация,променено,последна промяна,последно "
    "обновяване,актуализация,редактирано",
    "hr": "ažurirano,zadnje ažuriranje,posljednje ažuriranje,izmijenjeno,zadnja "
    "izmjena,ažurirana,osvježeno,posljednja izmjena",
    "sr": "ažurirano,ажурирано,poslednja izmena,последња измена,izmenjeno,измењено,poslednje ažuriranje",
    "sk": "aktualizované,posledná aktualizácia,upravené,zmenené,aktualizácia,naposledy aktualizované,naposledy "
    "upravené,posledná zmena",
    "sl": "posodobljeno,zadnja posodobitev,spremenjeno,nazadnje posodobljeno",
    "ca": "actualitzat,actualitzada,actualització,darrera actualització,última actualització,modificat",
    "lt": "atnaujinta,paskutinį kartą atnaujinta,pakeista,redaguota,atnaujinimo data",
    "lv": "atjaunots,atjaunota,atjaunināts,papildināts,labots,pēdējo reizi atjaunots",
    "et": "uuendatud,viimati uuendatud,muudetud,täiendatud,viimati muudetud",
    "is": "uppfært,síðast uppfært,breytt,síðast breytt",
    "th": "อัปเดต,อัพเดท,อัพเดต,อัปเดตเมื่อ,ปรับปรุง,ปรับปรุงล่าสุด,แก้ไข,แก้ไขล่าสุด,อัปเดตล่าสุด,อัพเดทล่าสุด,ปรับปรุงเมื่อ,อัปเดตล่าสุดเมื่อ",
    "bn": "আপডেট,হালনাগাদ,সর্বশেষ আপডেট,আপডেট করা হয়েছে,শেষ আপডেট,সর্বশেষ হালনাগাদ",
    "ta": "புதுப்பிக்கப்பட்டது,மேம்படுத்தப்பட்ட நாள்,கடைசியாக புதுப்பிக்கப்பட்டது,அப்டேட்",
    "ur": "اپ ڈیٹ,اپ ڈیٹ کیا گیا,آخری اپ ڈیٹ,تازہ ترین",
    "sw": "imesasishwa,ilisasishwa,imehaririwa",
    "af": "opgedateer,laas opgedateer,gewysig,bygewerk",
    "ha": "an sabunta,sabuntawa",
    "am": "የታደሰው,የዘመነው,ለመጨረሻ ጊዜ የታደሰው",
    "ku": "hat nûkirin,hatiye nûkirin,nûkirina dawî,نوێکراوەتەوە,دوا نوێکردنەوە",
    "ms": "dikemas kini,dikemaskini,kemas kini terakhir,kemaskini,dikemas kini pada",
}  # fmt: skip
# Words for the dates of other events than the page's publication: a date after such a word is not the page's.
OTHER_EVENTS = {
    "en": (
        "scheduled,originally scheduled,rescheduled,deadline,event,event date,date of "
        "event,founded,established,born,died,expires,expiry date,valid until,"
        "valid through,recorded,filmed,starts,start date,ends,end date,closes,closing date,opens,due "
        "date,since,until,copyright,"
        "date of birth,air date,aired,premieres,hearing date,member since,sale ends,offer ends,recorded on"
    ),
    "de": "termin,veranstaltung,beginn,ende,gegründet,geboren,gestorben,frist,einsendeschluss,anmeldeschluss,gültig "
    "bis,gültig ab,bis,ab,erscheinungsdatum",
    "fr": "fondé,fondée,né,née,décédé,décédée,date limite,valable jusqu'au,jusqu'au,depuis,date de "
    "sortie,prévu,prévue,événement",
    "es": "fundado,fundada,nacido,nacida,fecha límite,plazo,válido hasta,hasta,desde,fecha de estreno,fecha del "
    "evento,evento",
    "it": "fondato,fondata,nato,nata,scadenza,valido fino,fino,evento",
    "pt": "fundado,fundada,nascido,nascida,prazo,válido até,até,desde,evento",
    "nl": "opgericht,geboren,overleden,deadline,evenement,geldig tot,tot,sinds",
    "sv": "grundad,född,deadline,evenemang,gäller till", "no": "grunnlagt,født,frist,arrangement",
    "da": "grundlagt,født,frist,arrangement",
    "pl": "termin,założono,urodzony,urodzona,wydarzenie,ważne do", "cs": "termín,založeno,narozen,narozena,akce,platí "
    "do",
    "tr": "son tarih,etkinlik tarihi,kuruluş,doğum tarihi,son başvuru",
    "ru": "срок,основан,основана,родился,родилась,мероприятие,действует до",
    "uk": "термін,засновано,народився,народилася,захід",
    "zh": "截止日期,截止,成立于,出生,活动时间", "ja": "締切,創業,設立,生年月日,開催日", "ko": "마감,설립,행사",
}  # fmt: skip
# What may stand between the parts of a stamp and says nothing of the moment: particles, ordinals' endings, words before
# a day, year or hour.
PARTICLES = {
    "en": "at,on,the,of,st,nd,rd,th,time",
    "de": "um,am,den,vom,dem,der,von,im jahr",
    "fr": "à,le,du,er,re,à partir de,en date du",
    "es": "de,del,el,a las,a la,a,las,al,o,día,hora",
    "it": "il,alle,alle ore,ore,del,di,dell,o,dal,le,al,all'",
    "pt": "de,do,em,às,as,a,o,no dia,dia,à",
    "nl": "om,op,de,van,e,te",
    "sv": "den,kl,klockan,klo,e,d,vid,a",
    "no": "den,kl,klokken,klokka,d",
    "da": "den,d,kl,klokken",
    "fi": "klo,kello,kl,klo.",
    "pl": "o,godz,godzina,godzinie,dnia,w dniu,o godz,o godzinie,r,roku,w",
    "cs": "v,ve,dne,o,roku,hod",
    "hu": "én,án,jén,kor,i,ai,ei",
    "ro": "la,la ora,ora,în,de,din,pe,din data de,la data de",
    "tr": "saat,tarihinde,da,de,günü",
    "ru": "в,г,года,год,от,го,е,на,во",
    "uk": "о,об,р,року,рік,від,у,в,го",
    "ar": "في,الساعة,عند,عند الساعة,م,يوم,الموافق,بتاريخ,عام,سنة,على الساعة,من",
    "fa": "ساعت,در,روز,مورخ,ماه,سال,در ساعت,م,میلادی",
    "zh": "号,公元",
    "ja": "付,付け,現在",
    "he": "ב,בשעה,של,ה,שעה,ל,בתאריך",
    "hi": "को,बजे,ई,दिन",
    "id": "pada,pukul,pkl,jam,tanggal,hari,tahun",
    "ko": "에,기준,오늘",
    "vi": "ngày,lúc,năm,vào,vào lúc,mồng,hồi",
    "el": "στις,ώρα,η,της,ης,του,στις ώρα",
    "bg": "в,г,година,от,на,ч",
    "hr": "u,g,godine,dana,od,god",
    "sr": "u,у,g,г,godine,године,dana",
    "sk": "o,v,dňa,roku,hod",
    "sl": "ob,dne,leta",
    "ca": "de,del,a les,el,les,d'",
    "lt": "m,d,val,metų,mėn",
    "lv": "gada,plkst,plkst.,pulksten",
    "et": "kell,kl,a,aasta,aastal",
    "is": "kl,klukkan,þann,hinn",
    "th": "วันที่,ที่,เวลา,ณ,เมื่อ,เมื่อวันที่,วัน,ค.ศ",
    "bn": "সময়,তারিখ,এ,ই,লা",
    "ta": "அன்று,மணி,நேரம்",
    "ur": "کو,بجے,بوقت,بروز,ء",
    "sw": "saa,tarehe,mwezi wa,mwaka",
    "hy": "թ,ին",
    "ms": "pada,jam,pukul,hari",
}  # fmt: skip
# What stands for the colon of a time or after its minutes.
HOURS = {
    "en": "h,hrs,hr,hours,hour", "de": "uhr", "fr": "heures,heure", "es": "horas,hora", "nl": "uur,u",
    "ru": "ч,час,часа,часов", "uk": "год",
    "cs": "hodin,hod", "bg": "часа", "th": "น,นาฬิกา", "pt": "horas", "id": "", "vi": "giờ", "sr": "č,ч,sati", "he": "",
    "zh": "时,時,点,點", "ko": "시", "ja": "時",
}  # fmt: skip
MINUTES = {"en": "min,mins", "zh": "分", "ko": "분", "vi": "phút", "fr": "mn"}
SECONDS = {"en": "sec", "zh": "秒", "ko": "초"}
# Units of East Asian dates, and weekdays there. 月 and 日 are weekdays between brackets, too.
YEARS = {"zh": "年", "ko": "년"}
MONTH_SIGNS = {"zh": "月", "ko": "월"}
DAYS = {"zh": "日,号,號", "ko": "일"}
EAST_ASIAN_WEEKDAYS = {
    "zh": ",".join(f"{week}{day}" for week in ("星期", "周", "週", "礼拜", "禮拜") for day in "一二三四五六日天"),
    "ja": ",".join(f"{day}曜日,{day}曜" for day in "月火水木金土日") + ",火,水,木,金,土,祝,月・祝",
    "ko": ",".join(f"{day}요일" for day in "월화수목금토일") + ",화,수,목,금,토",
}
AM = {
    "en": "am,a.m", "ar": "ص,صباحا,صباحًا", "fa": "ق.ظ,قبل از ظهر,صبح", "zh": "上午,凌晨,早上,清晨,早晨", "ja": "午前",
    "ko": "오전,새벽", "vi": "sa,sáng",
    "el": "π.μ,πμ", "hi": "पूर्वाह्न", "tr": "öö", "ms": "pg,pagi", "hu": "délelőtt", "es": "a. m", "bn": "এএম",
    "ur": "صبح,قبل دوپہر", "sq": "pd",
}  # fmt: skip
PM = {
    "en": "pm,p.m", "ar": "م,مساء,مساءً", "fa": "ب.ظ,بعد از ظهر,عصر", "zh": "下午,晚上,傍晚,晚间", "ja": "午後",
    "ko": "오후", "vi": "ch,chiều,tối",
    "el": "μ.μ,μμ", "hi": "अपराह्न", "tr": "ös", "ms": "ptg,petang", "hu": "délután", "bn": "পিএম",
    "ur": "شام,بعد دوپہر", "sq": "md",
}  # fmt: skip
