package app

import (
	"fmt"
	"strings"

	"onrecord/internal/action"
	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/engine"
	"onrecord/internal/eval"
	"onrecord/internal/export"
	"onrecord/internal/gold"
	"onrecord/internal/link"
	"onrecord/internal/prepare"
	"onrecord/internal/register"
)

// Eval says what to measure, on what.
type Eval struct {
	What     string   // one of Measures
	Data     string   // the very set
	Register []string // files of the user's own actors
	JSON     bool
}

// measure is one thing that can be measured: with e, on the set at path.
type measure struct {
	name string
	run  func(e *engine.Engine, path string) (eval.Report, error)
}

var measures = []measure{
	{"attribution", func(e *engine.Engine, path string) (eval.Report, error) {
		articles, err := gold.ReadArticles(path)
		if err != nil {
			return nil, err
		}
		return eval.Attribution(articles, readText(e))
	}},
	{"tokens", func(e *engine.Engine, path string) (eval.Report, error) {
		sentences, err := gold.ReadTreebank(path)
		if err != nil {
			return nil, err
		}
		return eval.Tokens(sentences, readText(e))
	}},
	{"tags", func(e *engine.Engine, path string) (eval.Report, error) {
		sentences, err := gold.ReadTreebank(path)
		if err != nil {
			return nil, err
		}
		return eval.Tags(sentences, readWords(e))
	}},
	{"parse", func(e *engine.Engine, path string) (eval.Report, error) {
		sentences, err := gold.ReadTreebank(path)
		if err != nil {
			return nil, err
		}
		return eval.Parse(sentences, readWords(e))
	}},
	{"entities", func(e *engine.Engine, path string) (eval.Report, error) {
		if strings.HasSuffix(path, ".tsv.gz") {
			articles, silver, err := eval.OpenSilver(path)
			if err != nil {
				return nil, err
			}
			return eval.SilverEntities(articles, silver, readText(e))
		}
		names, err := gold.ReadNames(path)
		if err != nil {
			return nil, err
		}
		return eval.Entities(names, readWords(e))
	}},
	{"gap", func(e *engine.Engine, path string) (eval.Report, error) {
		passages, err := gold.ReadGAP(path)
		if err != nil {
			return nil, err
		}
		return eval.GAP(passages, readText(e))
	}},
	{"cases", func(e *engine.Engine, path string) (eval.Report, error) {
		cases, err := gold.ReadScenarios(path)
		if err != nil {
			return nil, err
		}
		return eval.Cases(cases, readDocument(e))
	}},
	{"directed", func(e *engine.Engine, path string) (eval.Report, error) {
		pairs, err := gold.ReadPairs(path)
		if err != nil {
			return nil, err
		}
		return eval.Directed(pairs, e.Opinion)
	}},
	{"timex", func(e *engine.Engine, path string) (eval.Report, error) {
		cases, err := eval.ReadTimexes(path)
		if err != nil {
			return nil, err
		}
		return eval.Timexes(cases, readDated(e))
	}},
	{"amounts", func(e *engine.Engine, path string) (eval.Report, error) {
		sets, err := eval.ReadAmounts(path)
		if err != nil {
			return nil, err
		}
		return eval.Amounts(sets, readText(e))
	}},
	{"actions", func(e *engine.Engine, path string) (eval.Report, error) {
		sentences, err := gold.ReadPetrarch(path)
		if err != nil {
			return nil, err
		}
		read, err := readDeeds(e)
		if err != nil {
			return nil, err
		}
		return eval.Actions(sentences, read)
	}},
}

// Measures lists what can be measured.
func Measures() []string {
	var names []string
	for _, m := range measures {
		names = append(names, m.name)
	}
	return names
}

// Run measures and prints the figures.
func (o Eval) Run(s Streams) error {
	k, err := s.Kernel()
	if err != nil {
		return err
	}
	reg, err := loadRegister(s, o.Register)
	if err != nil {
		return err
	}
	e, err := engine.New(k, engine.Sources{Register: reg}, nil)
	if err != nil {
		return err
	}
	report, err := o.measure(e)
	if err != nil {
		return fmt.Errorf("eval %s: %w", o.What, err)
	}
	if o.JSON {
		_, err = s.Stdout.Write(export.JSON(report))
		return err
	}
	return report.Write(s.Stdout)
}

func (o Eval) measure(e *engine.Engine) (eval.Report, error) {
	for _, m := range measures {
		if m.name == o.What {
			return m.run(e, o.Data)
		}
	}
	return nil, usage("nothing is measured by the name of %q", o.What)
}

// readText reads raw texts as the program does.
func readText(e *engine.Engine) eval.ReadText {
	return func(t string) ([]*annotate.Layers, error) {
		r, err := e.Read(&document.Document{Text: t})
		if err != nil {
			return nil, err
		}
		return r.Passages, nil
	}
}

// readDated reads raw texts of a known day as the program does.
func readDated(e *engine.Engine) eval.ReadDated {
	return func(t, published string) ([]*annotate.Layers, error) {
		r, err := e.Read(&document.Document{Text: t, Published: published})
		if err != nil {
			return nil, err
		}
		return r.Passages, nil
	}
}

// readWords reads words and sentences that are given.
func readWords(e *engine.Engine) eval.ReadWords {
	return func(sentences []gold.Sentence) (*annotate.Layers, error) {
		l := prepare.Layout(sentences)
		return l, e.Annotate(l)
	}
}

// readDocument reads documents as the program shows them.
func readDocument(e *engine.Engine) eval.ReadDocument {
	return func(d *document.Document) (export.Object, error) {
		r, err := e.Read(d)
		if err != nil {
			return export.Object{}, err
		}
		return export.Of(r, export.Options{}), nil
	}
}

// readDeeds reads raw texts as the program does, and their actions once more
// without asking who acts.
func readDeeds(e *engine.Engine) (eval.ReadDeeds, error) {
	reg, err := register.Load()
	if err != nil {
		return nil, err
	}
	return func(t, published string) (eval.Deeds, error) {
		r, err := e.Read(&document.Document{Text: t, Published: published})
		if err != nil {
			return eval.Deeds{}, err
		}
		a := link.Read(reg, r.Document, engine.Known(r), r.Passages, r.Statements)
		return eval.Deeds{Public: r.Actions, Any: action.FindAny(a), Statements: r.Statements}, nil
	}, nil
}
