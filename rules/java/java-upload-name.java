class Upload {
    void save(MultipartFile file) throws Exception {
        // ruleid: java-upload-name
        file.transferTo(new File("/srv/uploads/" + file.getOriginalFilename()));
        String name = file.getOriginalFilename();
        // ruleid: java-upload-name
        Files.copy(file.getInputStream(), Paths.get("uploads", name));
        // ok: java-upload-name
        file.transferTo(new File("/srv/uploads/" + UUID.randomUUID()));
        // ok: java-upload-name
        file.transferTo(new File("/srv/uploads/x." + FilenameUtils.getExtension(file.getOriginalFilename())));
        // new File(file.getOriginalFilename())
    }
}
