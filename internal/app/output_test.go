package app

import (
	"strings"
	"testing"

	"onrecord/internal/document"
)

func TestName(t *testing.T) {
	f := &files{used: map[string]bool{}}
	for _, c := range []struct{ key, origin, want string }{
		{"", "a/story.txt", "story"},
		{"", "b/story.html", "story-2"},
		{"", "b/STORY.TXT", "STORY-3"},
		{"", "Story", "Story-4"},
		{"", "<stdin>", "stdin"},
		{"", "news.jsonl.gz:12", "news-12"},
		{"../../etc/passwd", "x.jsonl:1", "_.._etc_passwd"},
		{"Zoë 1/2", "x.jsonl:2", "Zoë_1_2"},
		{"...", "x.jsonl:3", "document"},
		{strings.Repeat("é", 100), "x.jsonl:4", strings.Repeat("é", 60)},
	} {
		if got := f.name(&document.Document{Key: c.key, Origin: c.origin}); got != c.want {
			t.Errorf("%q of %s: %q, want %q", c.key, c.origin, got, c.want)
		}
	}
}
