"""Links, images, references and anchors."""
