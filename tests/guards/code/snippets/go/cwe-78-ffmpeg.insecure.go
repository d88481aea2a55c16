package media

import (
	"context"
	"os/exec"
	"strings"
)

func Thumbnail(ctx context.Context, src, dst string) error {
	args := strings.Join([]string{"ffmpeg", "-i", src, "-frames:v", "1", dst}, " ")
	return exec.CommandContext(ctx, "sh", "-c", args).Run()
}
