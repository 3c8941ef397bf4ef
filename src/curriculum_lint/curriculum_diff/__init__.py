"""What a change makes of the curriculum: units and exercises before and after."""
