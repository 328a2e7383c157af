# What becomes of each colour of the small icons on dark backgrounds (name_dark.svg); two are lighter than in charts.
s/#1D687E/#2EDAF4/g
s/#1A98DA/#5AA9FF/g
s/#5A5CF6/#8E89FF/g
s/#610F82/#E970C8/g
s/#C4421D/#EA6A24/g
s/#30383D/#E8EEF3/g
s/#878A8C/#9A9C9E/g
s/#C88700/#F6C83C/g
s/#66696B/#B4B4B4/g
s/#FFFFFF/#1F2427/g
s/#FBFDFD/#4B5154/g
s/#6C7880/#AEB8BD/g
s/#D5DEE2/#6B7478/g
s/#1D8AA5/#2EDAF4/g
s/#E59A00/#F6C83C/g
