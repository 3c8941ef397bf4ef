"""How units are numbered, in titles, entries and the texts of links: "4.", "Module 4:", "4周차"."""
