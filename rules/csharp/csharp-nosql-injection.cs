class Users : Controller {
    void Find() {
        string mail = Request.Query["mail"];
        // ruleid: csharp-nosql-injection
        var one = BsonDocument.Parse("{ mail: '" + mail + "' }");
        // ruleid: csharp-nosql-injection
        var two = new QueryDefinition($"SELECT * FROM c WHERE c.mail = '{mail}'");
        // ok: csharp-nosql-injection
        var three = Builders<BsonDocument>.Filter.Eq("mail", mail);
        // ok: csharp-nosql-injection
        var four = BsonDocument.Parse("{ active: true }");
        // BsonDocument.Parse("{ mail: '" + mail + "' }")
    }
}
