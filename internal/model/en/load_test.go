package en

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

func TestHeadsOfAnotherEncoderAreRefused(t *testing.T) {
	files, err := open()
	if err != nil {
		t.Fatal(err)
	}
	w := &weights.Writer{Meta: map[string]string{"encoder": "another"}}
	var b bytes.Buffer
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if files[2], err = weights.Open(b.Bytes()); err != nil {
		t.Fatal(err)
	}
	_, err = load(kernel.Best(), files)
	if !errors.Is(err, weights.ErrInvalid) || !strings.Contains(err.Error(), "another") {
		t.Errorf("got %v", err)
	}
}
