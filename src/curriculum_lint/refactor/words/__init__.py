"""Words that name units, exercises and sections: in prose, and in the texts of links."""
