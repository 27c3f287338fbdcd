package ingest_test

import (
	"strings"
	"testing"

	"onrecord/internal/document"
	"onrecord/internal/ingest"
)

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		name, text, language string
		foreign              bool
	}{
		{"English", strings.Repeat(english, 3), "en", false},
		{"a line of English", "The ferry sails.", "", false},
		{"a short text of names", "Anna Jansen, Dirk de Vries, Jürgen Müller, Zoë Šimić, Đorđe Petrović, Łukasz Wiśniewski: Rotterdam, Łódź, Niš.", "", false},
		{"a long list of names", strings.Repeat("Anna Jansen, Dirk de Vries and Jürgen Müller met Zoë Šimić of Rotterdam. ", 10), "en", false},
		{"English with a quotation in German", strings.Repeat(english, 2) + "„Wir werden nicht mehr warten, und wir haben es ihnen oft genug gesagt“, sagte sie, und niemand war überrascht.", "en", false},
		{"English in capitals", strings.ToUpper(strings.Repeat(english, 3)), "en", false},
		{"German", strings.Repeat("Die beiden Häfen wollen am Montag wieder miteinander reden, sagte eine Sprecherin, nachdem eine Woche lang niemand auf die Briefe des anderen geantwortet hatte. ", 3), "de", true},
		{"French", strings.Repeat("Les deux ports se parleront de nouveau lundi, a déclaré une porte-parole, après une semaine pendant laquelle aucun des deux n'avait répondu aux lettres de l'autre. ", 3), "fr", true},
		{"Spanish", strings.Repeat("Los dos puertos volverán a hablar el lunes, dijo una portavoz, después de una semana en la que ninguno de ellos había respondido a las cartas del otro. ", 3), "es", true},
		{"Dutch", strings.Repeat("De twee havens zullen maandag weer met elkaar praten, zei een woordvoerster, nadat een week lang niemand op de brieven van de ander had geantwoord. ", 3), "nl", true},
		{"Polish", strings.Repeat("Oba porty będą rozmawiać ponownie w poniedziałek, powiedziała rzeczniczka, po tygodniu, w którym żaden z nich nie odpowiedział na listy drugiego. ", 3), "pl", true},
		{"Ukrainian", "Два порти знову говоритимуть у понеділок, сказала речниця, після тижня, протягом якого жоден із них не відповідав на листи іншого.", "uk", true},
		{"Arabic", "قالت المتحدثة إن الميناءين سيتحدثان مرة أخرى يوم الاثنين بعد أسبوع لم يرد فيه أي منهما على رسائل الآخر", "ar", true},
		{"Chinese", strings.Repeat("一位女发言人说，两个港口将于周一再次会谈，此前一周双方都没有回复对方的信件。", 3), "zh", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			for d, err := range ingest.Source([]string{"-"}, ingest.Options{Stdin: strings.NewReader(c.text)}) {
				if err != nil {
					t.Fatal(err)
				}
				if d.Language != c.language || d.Has(document.Language) != c.foreign {
					t.Errorf("%q, %+v", d.Language, d.Problems)
				}
			}
		})
	}
}

func TestCapitals(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"an article in capitals":   {strings.ToUpper(strings.Repeat(english, 3)), true},
		"an article":               {strings.Repeat(english, 3), false},
		"a short line in capitals": {"THE FERRY SAILS.", false},
		"a headline in capitals":   {strings.ToUpper(english) + strings.Repeat(english, 3), false},
	} {
		for d, err := range ingest.Source([]string{"-"}, ingest.Options{Stdin: strings.NewReader(c.text)}) {
			if err != nil || d.Has(document.Capitals) != c.want {
				t.Errorf("%s: %v, %+v", name, err, d.Problems)
			}
		}
	}
}
