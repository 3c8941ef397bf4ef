"""Documents → curriculum: levels, modules, subsections, sections and exercises."""
