package app

import (
	"fmt"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/entity"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/annotate/syntax"
	"onrecord/internal/document"
	"onrecord/internal/engine"
	"onrecord/internal/eval"
	"onrecord/internal/export"
	"onrecord/internal/gold"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
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
	report, err := o.measure(k)
	if err != nil {
		return fmt.Errorf("eval %s: %w", o.What, err)
	}
	if o.JSON {
		_, err = s.Stdout.Write(export.JSON(report))
		return err
	}
	return report.Write(s.Stdout)
}

func (o Eval) measure(k *kernel.Kernel) (eval.Report, error) {
	texts, err := readText(k)
	if err != nil {
		return nil, err
	}
	words, err := readWords(k)
	if err != nil {
		return nil, err
	}
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
func readText(k *kernel.Kernel) (eval.ReadText, error) {
	e, err := engine.New(k, nil)
	if err != nil {
		return nil, err
	}
	return func(t string) ([]*annotate.Layers, error) {
		r, err := e.Read(&document.Document{Text: t})
		if err != nil {
			return nil, err
		}
		return r.Passages, nil
	}, nil
}

// readWords reads words and sentences that are given, with the stages that
// judge words.
func readWords(k *kernel.Kernel) (eval.ReadWords, error) {
	m, err := en.Load(k)
	if err != nil {
		return nil, err
	}
	syn, err := syntax.Stage(k, m.Heads)
	if err != nil {
		return nil, err
	}
	ent, err := entity.Stage(k, m.Heads)
	if err != nil {
		return nil, err
	}
	p, err := annotate.NewPipeline(given, quote.Stage(), encode.Stage(m.Encoder, nil), syn, ent)
	if err != nil {
		return nil, err
	}
	return func(sentences []gold.Sentence) (*annotate.Layers, error) {
		l := prepare.Layout(sentences)
		return l, p.Apply(l, nil)
	}, nil
}

// given stands for the stages that words given by people take the place of.
var given = annotate.Stage{
	Name: "given", Gives: []annotate.Layer{annotate.LayerBlocks, annotate.LayerTokens, annotate.LayerSentences},
	Apply: func(*annotate.Layers) error { return nil },
}
