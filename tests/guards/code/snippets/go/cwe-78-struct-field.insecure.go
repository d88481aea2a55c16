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
	job := Job{Source: source, Format: format}
	return exec.Command("bash", "-c", job.command()).Run()
}
