package engine_test

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/internal/engine"
)

func TestResultsComeInTheOrderOfTheItems(t *testing.T) {
	var items, want []int
	for i := range 200 {
		items, want = append(items, i), append(want, i*i)
	}
	for _, workers := range []int{1, 2, 7} {
		var busy, most atomic.Int64
		var got []int
		err := engine.Ordered(t.Context(), workers, slices.Values(items), func(i int) int {
			most.Store(max(most.Load(), busy.Add(1)))
			time.Sleep(time.Duration(i%3) * time.Microsecond)
			busy.Add(-1)
			return i * i
		}, func(r int) error {
			got = append(got, r)
			return nil
		})
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%d workers: %v %v", workers, err, got)
		}
		if most.Load() > int64(workers) {
			t.Errorf("%d workers: %d at a time", workers, most.Load())
		}
	}
}

func TestFewItemsAreUnderWay(t *testing.T) {
	const workers = 3
	taken, kept := 0, 0
	items := func(yield func(int) bool) {
		for taken < 100 {
			taken++
			if !yield(taken) {
				return
			}
		}
	}
	err := engine.Ordered(t.Context(), workers, items, func(i int) int { return i }, func(int) error {
		kept++
		return nil
	})
	if err != nil || kept != 100 {
		t.Errorf("%v, %d results", err, kept)
	}
}

func TestTheFirstErrorEndsTheRun(t *testing.T) {
	stop := errors.New("stop")
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	n := 0
	err := engine.Ordered(t.Context(), 2, endless, func(i int) int { return i }, func(int) error {
		if n++; n == 5 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || n != 5 {
		t.Errorf("%v after %d results", err, n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = engine.Ordered(ctx, 2, endless, func(i int) int { return i }, func(int) error {
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
}
