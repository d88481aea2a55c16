package decode

import (
	"compress/flate"
	"compress/gzip"
	"io"
)

func inflate(in io.Reader) ([]byte, error) {
	reader, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	// ruleid: go-decompression-bomb
	return io.ReadAll(reader)
}

func copyAll(out io.Writer, in io.Reader) {
	reader := flate.NewReader(in)
	// ruleid: go-decompression-bomb
	io.Copy(out, reader)
}

func bounded(out io.Writer, in io.Reader) ([]byte, error) {
	reader := flate.NewReader(in)
	// ok: go-decompression-bomb
	io.CopyN(out, reader, 1<<20)
	// ok: go-decompression-bomb
	return io.ReadAll(io.LimitReader(reader, 1<<20))
	// io.ReadAll(reader)
}
