"""What pages say comes before and after them."""
