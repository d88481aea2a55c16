class Example {
    Object read(InputStream in) throws Exception {
        // ruleid: java-unsafe-deserialization
        ObjectInputStream a = new ObjectInputStream(in);
        // ruleid: java-unsafe-deserialization
        XMLDecoder b = new XMLDecoder(in);
        // ok: java-unsafe-deserialization
        Object c = mapper.readValue(in, Item.class);
        // ok: java-unsafe-deserialization
        ObjectOutputStream d = new ObjectOutputStream(out);
        // new ObjectInputStream(in)
        return c;
    }
}
