package media

import (
	"context"
	"os/exec"
	"strings"
)

func Thumbnail(ctx context.Context, src, dst string) error {
	args := []string{"-i", strings.TrimSpace(src), "-frames:v", "1", dst}
	return exec.CommandContext(ctx, "ffmpeg", args...).Run()
}
