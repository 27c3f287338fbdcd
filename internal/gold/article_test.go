package gold_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// folder writes files, by their path, into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func ann(start, end string) string {
	return "T1\tCue " + start + " " + end + "\tword\nE1\tCue:T1\n"
}

func TestReadArticles(t *testing.T) {
	dir := folder(t, map[string]string{
		"text/harbor.txt":                  "The mayor spoke.\r\nNobody heard.\n",
		"text/bridge_2024.txt":             "It opened.",
		"text/mill [old].txt":              "She agreed.",
		"text/unread.txt":                  "Nobody annotated this.",
		"text/notes.md":                    "no text",
		"attributions/harbor_zz99.ann":     ann("1", "2"),
		"attributions/harbor_ab12.ann":     ann("4", "9"),
		"attributions/harbor.ann":          ann("2", "3"),
		"attributions/bridge_2024.ann":     ann("0", "2"),
		"attributions/mill [old]_çé_x.ann": ann("0", "3"),
	})
	got, err := gold.ReadArticles(dir)
	if err != nil {
		t.Fatal(err)
	}
	cue := func(start, end int) []gold.Attribution {
		return []gold.Attribution{{Cue: []text.Span{{Start: start, End: end}}}}
	}
	want := []gold.Article{
		{Name: "bridge_2024", Text: "It opened.", Attributions: cue(0, 2)},
		{Name: "harbor", Text: "The mayor spoke.\r\nNobody heard.\n", Attributions: cue(4, 9)},
		{Name: "mill [old]", Text: "She agreed.", Attributions: cue(0, 3)},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestReadArticlesSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"no folders", map[string]string{"readme": ""}, "holds no folders text/ and attributions/"},
		{"no attributions", map[string]string{"text/a.txt": "A."}, "holds no folders text/ and attributions/"},
		{"none that fits", map[string]string{"text/a.txt": "A.", "attributions/b.ann": ""}, "no text/NAME.txt has an attributions/NAME.ann"},
		{"text in Latin-1", map[string]string{"text/a.txt": "One.\nTwo.\nCaf\xe9.", "attributions/a.ann": ""}, "a.txt:3: not UTF-8"},
		{"bad offsets", map[string]string{"text/a.txt": "A.", "attributions/a.ann": "T1\tCue 0 1\tA\nT2\tCue 1-2\tx\n"}, "a.ann:2: offsets \"1-2\""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := gold.ReadArticles(folder(t, c.files))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got error %v, want one with %q", err, c.want)
			}
		})
	}
}
