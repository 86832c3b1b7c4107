"""The words of the language as data: tables of forms, and looking into them."""
