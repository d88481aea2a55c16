<?php
class BackupJob
{
    public function __construct(private string $database, private string $target)
    {
    }

    public function run(): void
    {
        $cmd = sprintf('mysqldump %s > %s', escapeshellarg($this->database), escapeshellarg($this->target));
        shell_exec($cmd);
    }
}

$job = new BackupJob($_POST['database'], '/backups/' . date('Ymd') . '.sql');
$job->run();
