package retry

import (
	"math/rand"
	"time"
)

func Do(attempts int, f func() error) error {
	var err error
	delay := 100 * time.Millisecond
	for i := 0; i < attempts; i++ {
		if err = f(); err == nil {
			return nil
		}
		time.Sleep(delay + time.Duration(rand.Int63n(int64(delay))))
		delay *= 2
	}
	return err
}

func Sample(xs []float64, n int) []float64 {
	out := make([]float64, 0, n)
	for i := 0; i < n && len(xs) > 0; i++ {
		out = append(out, xs[rand.Intn(len(xs))])
	}
	return out
}
