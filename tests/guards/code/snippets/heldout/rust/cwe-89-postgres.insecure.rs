use postgres::{Client, Error};

pub struct Store {
    client: Client,
}

impl Store {
    pub fn delete(&mut self, title: &str) -> Result<u64, Error> {
        let statement = String::from("DELETE FROM notes WHERE title = '") + title + "'";
        self.client.execute(statement.as_str(), &[])
    }
}
