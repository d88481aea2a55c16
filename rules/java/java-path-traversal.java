class Example {
    void read(HttpServletRequest request) throws Exception {
        String name = request.getParameter("file");
        // ruleid: java-path-traversal
        FileInputStream a = new FileInputStream("/srv/" + name);
        // ruleid: java-path-traversal
        File b = new File("/srv", name);
        // ok: java-path-traversal
        File c = new File("/srv/fixed.txt");
        // ok: java-path-traversal
        File d = new File("/srv", FilenameUtils.getName(name));
        // new File(name)
    }

    @PostMapping("/photo")
    void keep(@RequestParam("photo") MultipartFile photo) throws Exception {
        // ok: java-path-traversal
        Files.copy(photo.getInputStream(), PHOTOS.resolve(UUID.randomUUID() + ".png"));
        // ruleid: java-path-traversal
        Files.copy(photo.getInputStream(), PHOTOS.resolve(photo.getOriginalFilename()));
    }

    void export(Report report) throws Exception {
        // ok: java-path-traversal
        Files.writeString(REPORTS.resolve(report.getId() + ".csv"), report.getText());
    }
}
