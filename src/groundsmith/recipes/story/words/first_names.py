"""First names that hardly ever are borne by the other sex; data only."""

from groundsmith.verify.words.listing import listed

FEMALE_NAMES = listed(
    """
    abigail ada adele agatha agnes alice alison amanda amelia amy andrea angela anita ann anna anne
    annie antonia audrey barbara beatrice becky bella bertha bess beth betty brenda bridget camilla
    carmen carol caroline catherine cecilia celia charlotte chloe christina clara claire constance
    cora cordelia daisy daphne deborah delia diana dinah dolly dora doris dorothy edith eileen
    elaine eleanor eliza elizabeth ella ellen elsa elsie emily emma esther ethel eva eve evelyn
    fanny fiona flora florence frances freya gertrude gloria grace greta gwen hannah harriet hazel
    heather heidi helen henrietta hilda ida ilse imogen ingrid irene iris isabel isobel ivy jane
    janet jean jenny jessica joan joanna josephine joyce judith judy julia juliet june karen kate
    katherine kathleen kitty laura lavinia leah lena letitia lily linda lisa lottie louisa louise
    lucia lucy lydia mabel maggie margaret maria marian marianne marie marion marjorie martha mary
    matilda maud maureen mavis may meg melissa mildred millie minnie miranda miriam molly monica
    muriel myra myrtle nadia nancy naomi natalie nell nellie nora norah olive olivia ottilie pamela
    patience patricia paula pauline peggy penelope petra philippa phoebe phyllis polly priscilla
    prudence rachel rebecca rhoda rita rosa rosalind rose rosemary ruth sabina sally sandra sara
    sarah selina sheila shirley sophia sophie stella susan susanna sylvia tabitha tamara tessa
    hester winnie dot dotty milly mina minna nina renata vesna tea beatrix bernice philomena rosie
    ruby sylvie tess thea tillie trudy una vivian wendy willa yvette zelda ines inga ingeborg astrid
    thelma theresa tilda tilly ursula valerie vera veronica victoria viola violet virginia wanda
    winifred yvonne zoe mara
    aisyah aminah ani anisa astuti ayu bunga citra dewi dian dwi endang eka fatimah fitri gita
    halimah hartini indah indri intan kartika kartini kemala kinanti laksmi laras larasati lastri
    lestari lilis mega melati mira murni murniati nani ningsih nining nur nurul puspita putri rahayu
    ratih ratna ratri retno rini rukmini rukmi sari sarinah sekar siti sri sulastri sumarni surti
    suryani tini tuti wati wulan wulandari yanti yuli yuliana yuni zahra zubaidah
    """
)
MALE_NAMES = listed(
    """
    aaron abel abraham adam adrian alan albert alec alexander alfred alistair ambrose amos andrew
    angus anselm anthony archibald archie arnold arthur aubrey austin barnaby barney basil ben
    benedict benjamin bernard bertram bill billy bob boris brian bruce carl cecil cedric charles
    charlie christopher clarence claude clement clifford colin conrad cornelius cuthbert cyril
    daniel david dennis derek desmond donald douglas duncan ebenezer edgar edmund edward edwin eli
    elias elijah emil enoch eric ernest eugene ezra felix ferdinand francis frank fred frederick
    gabriel geoffrey george gerald gilbert giles godfrey gordon graham gregory guy hamish harold
    harry hector henry herbert herman hiram horace howard hubert hugh hugo humphrey ian isaac ivan
    ivor jack jacob jake james jasper jeremiah jeremy jerome jim jimmy joe joel john jonah jonas
    jonathan josef joseph joshua julian karl keith kenneth lambert laurence lawrence leo leonard
    leopold lewis lionel louis lucas luke magnus malcolm mark martin matthew maurice max michael
    miles mortimer moses nathan nathaniel ned neil neville nicholas nigel noah norman oliver oscar
    osbert oswald otto owen patrick paul percival percy perkin peter philip pieter piers quentin
    ralph randolph raymond reginald richard robert robin roderick roger roland rolf ronald rory
    rufus rupert samson samuel saul sebastian septimus seth sidney silas simeon simon solomon
    stanley stephen steven stuart sven ted terence thaddeus theodore thomas timothy tobias toby tom
    tristan ulrich valentine vernon victor vincent wallace walter wilfred wilhelm william winston
    zachary
    abdul agus ahmad amir arif arman aryo asep bagas bambang bayu bima bowo budi danu darmo darsono
    dedi deni dimas djoko doni dodi eko fajar faisal gatot gunawan guntur hadi haris hariyanto harun
    hasan hendra heru husein ibrahim imam indra irfan iskandar ismail iwan joko jono karno kasim
    malik mahmud mamat marwan mulyadi nugroho pardi parman pranoto prabowo purnomo rahmat ridwan
    rizal rudi rusdi rustam saleh samsul santoso sarman satrio slamet soleh sudirman sugeng suharto
    sukarno sukiman sumarno suparman supri suryo sutrisno tarno teguh tono topo trisno tukimin
    udin umar untung usman wahyu wayan wibowo widodo wijaya wisnu yanto yono yonas yusuf zainal
    """
)
