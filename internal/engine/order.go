package engine

import (
	"context"
	"iter"
	"sync"
)

// Ordered applies work to each item on workers goroutines and hands the results
// to done in the order of the items, one at a time. At most 2·workers items are
// under way, so memory does not grow with their number. It ends at the first
// error of done, or when ctx is canceled; work must not fail, it puts what went
// wrong in its result.
func Ordered[T, R any](ctx context.Context, workers int, items iter.Seq[T], work func(T) R, done func(R) error) error {
	ctx, cancel := context.WithCancel(ctx)
	type job struct {
		item   T
		result chan R
	}
	jobs := make(chan job)
	pending := make(chan chan R, max(1, 2*workers-1))
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range jobs {
				j.result <- work(j.item)
			}
		})
	}
	wg.Go(func() {
		defer close(jobs)
		defer close(pending)
		for item := range items {
			r := make(chan R, 1)
			select {
			case pending <- r:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- job{item, r}:
			case <-ctx.Done():
				close(r)
				return
			}
		}
	})
	defer wg.Wait()
	defer cancel()
	for r := range pending {
		select {
		case result, ok := <-r:
			if !ok {
				return ctx.Err()
			}
			if err := done(result); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
