package register_test

import (
	"testing"

	"onrecord/internal/register"
)

func load(t testing.TB, extra ...register.Source) *register.Register {
	t.Helper()
	r, err := register.Load(extra...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load(b)
	}
}

func BenchmarkLoadAndMatch(b *testing.B) {
	b.ReportAllocs()
	words := []string{"Ukraine"}
	for b.Loop() {
		load(b).Match(words, 0)
	}
}
