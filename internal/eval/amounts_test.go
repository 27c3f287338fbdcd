package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// readAmounts finds what stands in amounts and numbers, at its first place.
func readAmounts(amounts map[string]annotate.Amount, numbers map[string]annotate.Number) eval.ReadText {
	return func(t string) ([]*annotate.Layers, error) {
		l := &annotate.Layers{Document: &document.Document{Text: t}}
		at := func(words string) (text.Span, bool) {
			i := strings.Index(t, words)
			return text.Span{Start: i, End: i + len(words)}, i >= 0
		}
		for words, a := range amounts {
			if s, ok := at(words); ok {
				a.Span = s
				l.Amounts = append(l.Amounts, a)
			}
		}
		for words, n := range numbers {
			if s, ok := at(words); ok {
				n.Span = s
				l.Numbers = append(l.Numbers, n)
			}
		}
		return []*annotate.Layers{l}, nil
	}
}

func result(input, words, value, unit string) gold.Result {
	i := strings.Index(input, words)
	v := map[string]string{"value": value}
	if unit != "" {
		v["unit"] = unit
	}
	if value == "" {
		delete(v, "value")
	}
	return gold.Result{Text: words, Span: text.Span{Start: i, End: i + len(words)}, Values: []map[string]string{v}}
}

func TestAmounts(t *testing.T) {
	money := []gold.Case{
		{Input: "they paid $5 and £6 more", Results: []gold.Result{
			result("they paid $5 and £6 more", "$5", "5", "Dollar"), result("they paid $5 and £6 more", "£6", "6", "Pound"),
		}},
		{Input: "up to 7 euros for a dollar", Results: []gold.Result{
			result("up to 7 euros for a dollar", "7 euros", "7.0", "Euro"), result("up to 7 euros for a dollar", "dollar", "", "Dollar"),
		}},
	}
	numbers := []gold.Case{
		{Input: "two thirds of 9%", Results: []gold.Result{
			result("two thirds of 9%", "two thirds", "0.666666666666667", ""), result("two thirds of 9%", "9%", "9%", ""),
		}},
		{Input: "the first of $5", Results: []gold.Result{result("the first of $5", "5", "5", "")}},
	}
	read := readAmounts(map[string]annotate.Amount{
		"$5":            {Value: "5", Unit: "Dollar"},
		"£6":            {Value: "6", Unit: "Dollar"},
		"up to 7 euros": {High: "7", Unit: "Euro"},
	}, map[string]annotate.Number{
		"two thirds": {Value: "0.66666666666666667"},
		"9%":         {Value: "9", Unit: "%"},
		"first":      {Value: "1", Ordinal: true},
	})
	r, err := eval.Amounts([]eval.AmountSet{{Name: "CurrencyModel", Cases: money}, {Name: "NumberModel", Cases: numbers}}, read)
	if err != nil {
		t.Fatal(err)
	}
	if m := r.Money; m.Gold != 3 || m.Pred != 3 || m.R != 66.67 {
		t.Errorf("money: %v", m)
	}
	if m := r.MoneyExact; m.R != 33.33 {
		t.Errorf("money on the same letters: %v", m)
	}
	if n := r.Numbers; n.Gold != 3 || n.Pred != 3 || n.F1 != 100 {
		t.Errorf("numbers: %v", n)
	}
	if r.NoValue != 1 {
		t.Errorf("%d without a value, want 1", r.NoValue)
	}
	if len(r.Failures) != 1 || r.Failures[0].Reason != "unit" || r.Failures[0].Want != "6 Pound" || r.Failures[0].Got != "6 Dollar" {
		t.Errorf("failures: %+v", r.Failures)
	}
}

func TestReadAmounts(t *testing.T) {
	dir := t.TempDir()
	if _, err := eval.ReadAmounts(dir); err == nil {
		t.Error("an empty folder is read")
	}
	for _, name := range [...]string{"PercentModel.json", "CurrencyModel.json", "DateTimeModel.json", "NumberModel.json"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(`[{"Input": "one", "Results": []}]`), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sets, err := eval.ReadAmounts(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range sets {
		names = append(names, s.Name)
	}
	if got := strings.Join(names, " "); got != "CurrencyModel NumberModel PercentModel" {
		t.Errorf("read %s", got)
	}
	if _, err := eval.ReadAmounts(filepath.Join(dir, "DateTimeModel.json")); err == nil {
		t.Error("a file of dates is read")
	}
}
