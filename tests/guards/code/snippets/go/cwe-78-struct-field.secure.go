package jobs

import (
	"fmt"
	"os/exec"
)

type Job struct {
	Source string
	Format string
}

func (j Job) command() string {
	return fmt.Sprintf("ffmpeg -i %s out.%s", j.Source, j.Format)
}

func Convert(source, format string) error {
	if format != "mp4" && format != "webm" {
		return fmt.Errorf("format")
	}
	return exec.Command("ffmpeg", "-i", source, "out."+format).Run()
}
