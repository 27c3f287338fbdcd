package annotate_test

import (
	"errors"
	"strings"
	"testing"

	"onrecord/internal/annotate"
)

func stage(name string, needs, gives string, apply func(*annotate.Layers) error) annotate.Stage {
	layers := func(s string) (out []annotate.Layer) {
		for _, f := range strings.Fields(s) {
			out = append(out, annotate.Layer(f))
		}
		return out
	}
	if apply == nil {
		apply = func(*annotate.Layers) error { return nil }
	}
	return annotate.Stage{Name: name, Version: "1", Needs: layers(needs), Gives: layers(gives), Apply: apply}
}

func TestAnUnmetNeedIsRefusedBeforeAnythingRuns(t *testing.T) {
	ran := false
	run := func(*annotate.Layers) error { ran = true; return nil }
	for _, c := range []struct {
		name   string
		stages []annotate.Stage
		says   string
	}{
		{"nobody gives it", []annotate.Stage{stage("tag", "rows", "tags", run)}, "tag needs rows"},
		{"it is given too late", []annotate.Stage{stage("tag", "rows", "tags", run), stage("encode", "", "rows", run)}, "tag needs rows"},
		{"two give it", []annotate.Stage{stage("a", "", "tags", run), stage("b", "", "tags", run)}, "b gives tags"},
	} {
		_, err := annotate.NewPipeline(c.stages...)
		if !errors.Is(err, annotate.ErrUnmet) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if ran {
		t.Error("a stage ran")
	}
}

func TestRowsAreFreedBehindTheirLastReader(t *testing.T) {
	have := map[string]bool{}
	look := func(name string) func(*annotate.Layers) error {
		return func(l *annotate.Layers) error { have[name] = l.Rows.Data != nil; return nil }
	}
	p, err := annotate.NewPipeline(
		stage("encode", "", "rows", func(l *annotate.Layers) error { l.Rows.Data = []float32{1}; return nil }),
		stage("tag", "rows", "tags", look("tag")),
		stage("name", "rows", "entities", look("name")),
		stage("count", "tags", "", look("count")),
	)
	if err != nil {
		t.Fatal(err)
	}
	before, from := p.Split("name")
	l := &annotate.Layers{}
	for _, part := range []*annotate.Pipeline{before, from} {
		if err := part.Apply(l, nil); err != nil {
			t.Fatal(err)
		}
	}
	if !have["tag"] || !have["name"] || have["count"] {
		t.Errorf("rows were there for %v", have)
	}
	if got, want := p.Version(), "encode@1 tag@1 name@1 count@1"; got != want {
		t.Errorf("version %q, want %q", got, want)
	}
}

func TestAStagesErrorNamesIt(t *testing.T) {
	bad := errors.New("bad")
	p, err := annotate.NewPipeline(stage("tag", "", "tags", func(*annotate.Layers) error { return bad }))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Apply(&annotate.Layers{}, nil); !errors.Is(err, bad) || !strings.HasPrefix(err.Error(), "tag: ") {
		t.Errorf("got %v", err)
	}
}

func TestVersionsTellTablesApart(t *testing.T) {
	if annotate.Version(1, "ab", "c") == annotate.Version(1, "a", "bc") {
		t.Error("tables cut elsewhere have one version")
	}
	if got := annotate.Version(3); got != "3" {
		t.Errorf("without tables: %q", got)
	}
}
