package encode_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/block"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/document"
	"onrecord/internal/encoder"
)

func TestFeaturesFollowQuotationsAndParagraphs(t *testing.T) {
	l := &annotate.Layers{Document: &document.Document{Text: "He said it was “a ‘NATO’ plan.”\n\nShe did not reply."}}
	for _, s := range []annotate.Stage{block.Stage(), segment.Stage(), quote.Stage()} {
		if err := s.Apply(l); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]encoder.Feature{
		"He":    {Shape: encoder.Title, First: true},
		"it":    {Shape: encoder.Lower},
		"“":     {Shape: encoder.Symbol, Quote: encoder.Opening},
		"a":     {Shape: encoder.Lower, Quote: encoder.Inside},
		"NATO":  {Shape: encoder.Upper, Quote: encoder.Inside},
		"‘":     {Shape: encoder.Symbol, Quote: encoder.Inside}, // a nested quotation is inside the outer one
		"”":     {Shape: encoder.Symbol, Quote: encoder.Closing},
		"She":   {Shape: encoder.Title, First: true},
		"reply": {Shape: encoder.Lower},
	}
	got := map[string]encoder.Feature{}
	for i, f := range encode.Features(l) {
		if _, ok := want[l.Word(i)]; ok {
			got[l.Word(i)] = f
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
