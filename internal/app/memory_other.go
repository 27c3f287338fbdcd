//go:build !linux && !darwin

package app

import "runtime"

// peakMemory is what the Go runtime got from the system, in bytes: the nearest
// to a peak that can be had here.
func peakMemory() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}
