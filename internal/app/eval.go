package app

import (
	"fmt"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/engine"
	"onrecord/internal/eval"
	"onrecord/internal/export"
	"onrecord/internal/gold"
	"onrecord/internal/prepare"
)

// Eval says what to measure, on what.
type Eval struct {
	What string // one of Measures
	Data string // the very set: a folder with text/ and attributions/, a .conllu, a BIO file
	JSON bool
}

// Measures lists what can be measured.
var Measures = []string{"attribution", "tokens", "tags", "parse", "entities"}

// Run measures and prints the figures.
func (o Eval) Run(s Streams) error {
	k, err := s.Kernel()
	if err != nil {
		return err
	}
	e, err := engine.New(k, nil, nil)
	if err != nil {
		return err
	}
	report, err := o.measure(readText(e), readWords(e))
	if err != nil {
		return fmt.Errorf("eval %s: %w", o.What, err)
	}
	if o.JSON {
		_, err = s.Stdout.Write(export.JSON(report))
		return err
	}
	return report.Write(s.Stdout)
}

func (o Eval) measure(texts eval.ReadText, words eval.ReadWords) (eval.Report, error) {
	switch o.What {
	case "attribution":
		articles, err := gold.ReadArticles(o.Data)
		if err != nil {
			return nil, err
		}
		return eval.Attribution(articles, texts)
	case "entities":
		if strings.HasSuffix(o.Data, ".tsv.gz") {
			articles, silver, err := eval.OpenSilver(o.Data)
			if err != nil {
				return nil, err
			}
			return eval.SilverEntities(articles, silver, texts)
		}
		names, err := gold.ReadNames(o.Data)
		if err != nil {
			return nil, err
		}
		return eval.Entities(names, words)
	}
	sentences, err := gold.ReadTreebank(o.Data)
	if err != nil {
		return nil, err
	}
	switch o.What {
	case "tokens":
		return eval.Tokens(sentences, texts)
	case "tags":
		return eval.Tags(sentences, words)
	case "parse":
		return eval.Parse(sentences, words)
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

// readWords reads words and sentences that are given.
func readWords(e *engine.Engine) eval.ReadWords {
	return func(sentences []gold.Sentence) (*annotate.Layers, error) {
		l := prepare.Layout(sentences)
		return l, e.Annotate(l)
	}
}
