use postgres::{Client, Error};

pub struct Store {
    client: Client,
}

impl Store {
    pub fn delete(&mut self, title: &str) -> Result<u64, Error> {
        self.client.execute("DELETE FROM notes WHERE title = $1", &[&title])
    }
}
