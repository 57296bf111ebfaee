"""Reduce the fonts of the window to what a report needs: ``pip install fonttools brotli``, then run this.

Latin letters with their accents, the punctuation of European languages and the signs that a report shows;
other scripts are left to the fonts of the reader's machine. The results are kept beside this script, so that
neither building nor running Crossread needs fonttools.
"""

from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
SOURCES = {
    "serif.woff2": "SourceSerif4-Regular.ttf",
    "serif-italic.woff2": "SourceSerif4-Italic.ttf",
    "serif-semibold.woff2": "SourceSerif4-SemiBold.ttf",
    "sans.woff2": "Inter-Regular.ttf",
    "sans-semibold.woff2": "Inter-SemiBold.ttf",
}
CHARACTERS = (
    "U+20-7E,U+A0-17F,U+192,U+218-21B,U+2C6,U+2DA,U+2DC,U+300-304,U+306-308,U+30A-30C,U+327,U+328,"
    "U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+20AC,"
    "U+2116,U+2122,U+2190-2193,U+2195,U+2212,U+2248,U+2260,U+2264,U+2265,U+2282,U+2283,U+2713,U+2717"
)
FEATURES = "kern,liga,tnum,locl,mark,mkmk,ccmp"


def main() -> None:
    """Write every reduced font into the folder beside this script."""
    for target, source in SOURCES.items():
        subset.main(
            [
                str(HERE.parent / "fonts" / source),
                f"--unicodes={CHARACTERS}",
                f"--layout-features={FEATURES}",
                "--flavor=woff2",
                "--no-hinting",
                f"--output-file={HERE / 'fonts' / target}",
            ]
        )


if __name__ == "__main__":
    main()
