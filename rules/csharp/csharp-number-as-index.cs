class Menu {
    string Choose(string text) {
        int number = int.Parse(text);
        // ruleid: csharp-number-as-index
        return items[number];
    }

    string Chosen(string text) {
        // ruleid: csharp-number-as-index
        return items[Convert.ToInt32(text)];
    }

    string Checked(string text) {
        int number = int.Parse(text);
        if (number < 0 || number >= items.Length) {
            return "";
        }
        // ok: csharp-number-as-index
        return items[number];
    }

    string First() {
        // ok: csharp-number-as-index
        return items[0];
        // items[int.Parse(text)]
    }
}
