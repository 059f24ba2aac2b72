"""Invented texts in several scripts, and what is read of bytes."""

from __future__ import annotations

from cleaner import Options
from cleaner.read import read

ENGLISH = "The café in Zürich was “full” — a naïve crowd’s résumé, said François. It was a long day for all of them. "

RUSSIAN = (
    "Правительство объявило в субботу о новых мерах поддержки малого бизнеса. Министр сообщил, что средства поступят "
    "до конца года. " * 4
)

ARABIC = (
    "أعلنت الحكومة يوم السبت عن إجراءات جديدة لدعم المشاريع الصغيرة. وقال الوزير إن الأموال ستصل قبل نهاية العام. " * 4
)

JAPANESE = (
    "政府は土曜日、中小企業を支援するための新しい対策を発表した。大臣は年末までに資金が届くと述べた。これは長い文章です。"
    * 4
)

CHINESE = "政府星期六宣布了支持小企业的新措施。部长表示资金将在年底前到位。市民对此表示欢迎。" * 4

POLISH = "Rząd ogłosił w sobotę nowe środki wsparcia dla małych przedsiębiorstw. Łączna kwota będzie większa. " * 3

TURKISH = "Hükümet cumartesi günü küçük işletmeler için yeni önlemler açıkladı. Şirketler için ödenek ayrıldı. " * 3

HEBREW = "הממשלה הודיעה בשבת על צעדים חדשים לתמיכה בעסקים קטנים. השר אמר כי הכספים יגיעו עד סוף השנה. " * 4

TRADITIONAL = "政府星期六宣布了支持小企業的新措施。部長表示資金將在年底前到位。市民對此表示歡迎。" * 4

KOREAN = (
    "정부는 토요일에 소상공인을 지원하는 새로운 대책을 발표했다. 장관은 자금이 연말까지 지급될 것이라고 말했다. " * 4
)


def decoded(data: bytes, encoding: str | None = None, charset: str | None = None) -> tuple[str, str, str]:
    """The text that is read of bytes, the encoding, and where that was taken from."""
    source = read(data, Options(encoding=encoding), charset)
    text = source.data if isinstance(source.data, str) else source.data.decode("utf-8", "replace")
    return text, source.encoding, source.encoding_source
