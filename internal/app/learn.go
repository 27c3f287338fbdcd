package app

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"onrecord/internal/export"
	"onrecord/internal/learn"
	"onrecord/internal/learn/sense"
)

// Learn says what to learn from and how to measure it.
type Learn struct {
	Codings   string
	Codebook  string // file of a codebook, Shipped, or "": the issues are those of the codings
	Folds     int    // 0 or 1 measures nothing
	Precision float32
	Out       string // "" for beside the codebook, else the codings; "-" for nowhere
	JSON      bool
}

// Run learns, measures, keeps the model and prints the figures.
func (o Learn) Run(s Streams) error {
	switch {
	case o.Folds < 0 || o.Folds > 100:
		return usage("--cv %d is no number of folds; give one from 2 to 100, or 0 to measure nothing", o.Folds)
	case !(o.Precision > 0 && o.Precision <= 1):
		return usage("--precision %v is no share; give one above 0 and up to 1", o.Precision)
	}
	known, err := o.known(s)
	if err != nil {
		return err
	}
	in, err := os.Open(o.Codings)
	if err != nil {
		return err
	}
	defer in.Close()
	f, err := learn.Read(o.Codings, bufio.NewReaderSize(in, 1<<16), known)
	if err != nil {
		return err
	}
	for _, w := range f.Warnings {
		fmt.Fprintf(s.Stderr, "onrecord: %s:%d: warning: %s (%s)\n", message(o.Codings), w.Line, message(w.What), times(w.Count))
	}
	t, err := sense.Load()
	if err != nil {
		return err
	}
	var r *learn.Report
	if o.Folds > 1 {
		if r, err = learn.Validate(t, f.Codings, o.Folds, o.Precision); err != nil {
			return fmt.Errorf("%s: %w", o.Codings, err)
		}
	}
	out, err := o.keep(learn.Train(t, f.Codings, r))
	if err != nil {
		return err
	}
	if o.JSON {
		_, err = s.Stdout.Write(export.JSON(figures(f, r)))
		return err
	}
	return tellLearned(&sheet{w: s.Stdout}, f, r, out)
}

// times is how often, with the word.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return grouped(int64(n)) + " times"
}

// known lists the issues of the codebook, nothing without one.
func (o Learn) known(s Streams) ([]string, error) {
	if o.Codebook == "" {
		return nil, nil
	}
	c, err := Codebook{File: o.Codebook}.load(s)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(c.Issues))
	for i := range c.Issues {
		ids[i] = c.Issues[i].ID
	}
	return ids, nil
}

// learnedName is where what was learned for a file is kept: beside it.
func learnedName(file string) string {
	return strings.TrimSuffix(file, filepath.Ext(file)) + ".learned"
}

// keep writes the model and returns where; "" for nowhere. The file is whole
// or not there.
func (o Learn) keep(m *learn.Model) (string, error) {
	if o.Out == "-" {
		return "", nil
	}
	beside := o.Codings
	if c := (Codebook{File: o.Codebook}); c.own() {
		beside = o.Codebook
	}
	name := cmp.Or(o.Out, learnedName(beside))
	f, err := os.CreateTemp(filepath.Dir(name), ".learned-*")
	if err != nil {
		return "", fmt.Errorf("write the model: %w", err)
	}
	defer os.Remove(f.Name())
	err = m.Write(f)
	if err := errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return "", fmt.Errorf("write the model: %w", err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return "", fmt.Errorf("write the model: %w", err)
	}
	return name, nil
}

// learnFigures is what --json prints. Shares are from 0 to 1.
type learnFigures struct {
	Examples         int            `json:"examples"`
	Rows             int            `json:"rows"`
	Groups           int            `json:"groups"`
	Folds            int            `json:"folds"`
	Top1             float32        `json:"top1"`
	Top3             float32        `json:"top3"`
	MacroF1          float32        `json:"macro_f1"`
	Stance           *stanceFigures `json:"stance"`
	Centroid         topFigures     `json:"centroid"`
	CalibrationError float32        `json:"calibration_error"`
	Precision        float32        `json:"precision"`
	Threshold        *float32       `json:"threshold"`
	Kept             float32        `json:"kept"`
	Issues           []issueFigures `json:"issues"`
	Warnings         []warnFigures  `json:"warnings"`
}

type stanceFigures struct {
	Examples int     `json:"examples"`
	Accuracy float32 `json:"accuracy"`
	MacroF1  float32 `json:"macro_f1"`
}

type topFigures struct {
	Top1    float32 `json:"top1"`
	Top3    float32 `json:"top3"`
	MacroF1 float32 `json:"macro_f1"`
}

type issueFigures struct {
	Issue     string  `json:"issue"`
	Examples  int     `json:"examples"`
	Precision float32 `json:"precision"`
	Recall    float32 `json:"recall"`
	F1        float32 `json:"f1"`
}

type warnFigures struct {
	What  string `json:"what"`
	Count int    `json:"count"`
	Line  int    `json:"line"`
}

func figures(f *learn.File, r *learn.Report) learnFigures {
	out := learnFigures{Examples: len(f.Codings), Rows: f.Rows, Issues: []issueFigures{}, Warnings: []warnFigures{}}
	for _, w := range f.Warnings {
		out.Warnings = append(out.Warnings, warnFigures(w))
	}
	if r == nil {
		return out
	}
	out.Groups, out.Folds, out.Top1, out.Top3, out.MacroF1 = r.Groups, r.Folds, r.Top1, r.Top3, r.MacroF1
	out.Centroid = topFigures{r.CentroidTop1, r.CentroidTop3, r.CentroidMacroF1}
	out.CalibrationError, out.Precision, out.Kept = r.CalibrationError, r.Asked, r.Kept
	if r.Stance.Examples > 0 {
		out.Stance = (*stanceFigures)(&r.Stance)
	}
	if r.Threshold > 0 {
		out.Threshold = &r.Threshold
	}
	for _, i := range r.Issues {
		out.Issues = append(out.Issues, issueFigures(i))
	}
	return out
}

// tellLearned prints the figures for people.
func tellLearned(p *sheet, f *learn.File, r *learn.Report, out string) error {
	p.row("learned from %s of %s rows", counted(len(f.Codings), "coding"), grouped(int64(f.Rows)))
	if out != "" {
		p.row("kept in %s", out)
	}
	if r == nil {
		return p.err
	}
	p.row("\n%d folds over %s; no document and no text is in two of them", r.Folds, counted(r.Groups, "group"))
	p.row("%-22s %6s %6s %8s", "", "top 1", "top 3", "macro F1")
	p.row("%-22s %6.3f %6.3f %8.3f", "learned", r.Top1, r.Top3, r.MacroF1)
	p.row("%-22s %6.3f %6.3f %8.3f", "words alone (tf-idf)", r.CentroidTop1, r.CentroidTop3, r.CentroidMacroF1)
	if r.Stance.Examples > 0 {
		p.row("stances: accuracy %.3f, macro F1 %.3f, of %s", r.Stance.Accuracy, r.Stance.MacroF1, counted(r.Stance.Examples, "example"))
	}
	p.row("expected calibration error %.3f", r.CalibrationError)
	if r.Threshold > 0 {
		p.row("precision %.2f from a score of %.2f on: %.0f %% of the answers", r.Asked, r.Threshold, 100*r.Kept)
	} else {
		p.row("no score reaches precision %.2f", r.Asked)
	}
	p.row("\n%-32s %8s %9s %6s %6s", "issue", "examples", "precision", "recall", "F1")
	for _, i := range r.Issues {
		p.row("%-32s %8d %9.3f %6.3f %6.3f", i.Issue, i.Examples, i.Precision, i.Recall, i.F1)
	}
	return p.err
}
