//go:build linux || darwin

package app

import (
	"runtime"
	"syscall"
)

// peakMemory is the most memory that the process held at a time, in bytes.
func peakMemory() int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(u.Maxrss) // in bytes there, in KiB elsewhere
	}
	return int64(u.Maxrss) * 1024
}
