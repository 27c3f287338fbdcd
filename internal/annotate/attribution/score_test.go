package attribution

import "testing"

func TestCalibrated(t *testing.T) {
	last := float32(0)
	for _, c := range []struct{ p, want float32 }{{0, .001}, {.6, .57}, {.93, .868}, {.995, .979}, {1, .999}} {
		got := calibrated(c.p)
		if got-c.want > .006 || c.want-got > .006 {
			t.Errorf("%v: %v, want %v", c.p, got, c.want)
		}
		if got <= last {
			t.Errorf("%v is not more than what less gives", c.p)
		}
		last = got
	}
}
